package vn.khanhhoa.thecovid.intake;

/** How the reading of one upload ended. */
public sealed interface Reading permits FinishedReading, ReadingQuestion, Unreadable {}
