package vn.khanhhoa.thecovid.access;

/** Somebody gave the address of an account where a new one begins: its owner, or somebody else. */
public record AccountNamedAgain(String email) {}
