package vn.khanhhoa.thecovid.person;

/** What may be printed of a person: the end of the identity number and the year of birth. */
public record Holder(String lastFour, int birthYear) {}
