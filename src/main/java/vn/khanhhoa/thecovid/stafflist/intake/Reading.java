package vn.khanhhoa.thecovid.stafflist.intake;

/** How the reading of one upload ended. */
public sealed interface Reading permits FinishedReading, ReadingQuestion, Unreadable {}
