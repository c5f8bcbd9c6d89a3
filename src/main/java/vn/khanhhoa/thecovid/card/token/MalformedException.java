package vn.khanhhoa.thecovid.card.token;

/** Bytes that are not what the one strict form asks for. Stays inside this package and carries no stack trace. */
final class MalformedException extends Exception {
    MalformedException(String what) {
        super(what, null, false, false);
    }
}
