package vn.khanhhoa.thecovid.notification;

/**
 * A message to be written.
 *
 * @param cause the same for the same news to the same recipient; empty where each is another
 * @param withheld why it is not to be sent; empty in the usual case
 */
record Letter(MessageKind kind, Channel channel, String cause, Recipient to, Words words, String withheld) {
    Letter(MessageKind kind, Channel channel, String cause, Recipient to, Words words) {
        this(kind, channel, cause, to, words, "");
    }

    /** @param segments how many SMS it is; 0 for a mail, whose subject an SMS has not */
    record Words(String subject, String body, int segments) {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }
}
