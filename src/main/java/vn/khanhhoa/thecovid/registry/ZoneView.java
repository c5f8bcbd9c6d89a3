package vn.khanhhoa.thecovid.registry;

/** An economic or industrial zone, whose management board reviews. */
public record ZoneView(String code, String name) {}
