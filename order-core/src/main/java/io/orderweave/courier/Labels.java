package io.orderweave.courier;

/** Gives labels. Fetching one again does no harm. */
public interface Labels {

    /** The label of a created shipment. */
    Label fetch(String shipmentId);

    /**
     * A label.
     *
     * @param mediaType checked against the content's first bytes, never taken on trust
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
    record Label(byte[] content, String mediaType) {

        @Override
        public String toString() {
            return "Label[" + mediaType + ", " + content.length + " bytes]";
        }
    }
}
