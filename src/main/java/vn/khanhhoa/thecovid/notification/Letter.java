package vn.khanhhoa.thecovid.notification;

/**
 * A message to be written.
 *
 * @param cause the same for the same news to the same recipient; empty where each is another
 */
record Letter(MessageKind kind, Channel channel, String cause, Recipient to, Words words) {
    /** @param segments how many SMS it is; 0 for a mail, whose subject an SMS has not */
    record Words(String subject, String body, int segments) {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }
}
