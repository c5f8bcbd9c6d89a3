package vn.khanhhoa.thecovid.person;

import java.util.List;

/** Lists have said of people what had not been said of them before. @param saidIds of what was said */
public record PeopleDescribed(List<Long> saidIds) {}
