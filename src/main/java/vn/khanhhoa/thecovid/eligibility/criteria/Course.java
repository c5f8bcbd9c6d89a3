package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Arrays;

/**
 * The course of vaccination of one person. A dose counts where the one before it that counts is long enough ago for that
 * one's vaccine. The course is full with the dose by which the number that the vaccines given so far require is reached:
 * the largest of them where they are mixed.
 */
final class Course {
    private static final long NONE = Assessor.NONE;

    private final int[] requiredDoses;
    private final int[] intervals;
    private final int[] givenOf;

    private int given;
    private int required;
    private int lastPlace;
    private long first;
    private long last;
    private long full;
    private long fullAlone;

    /** By the number of the vaccine. */
    Course(int[] requiredDoses, int[] intervals) {
        this.requiredDoses = requiredDoses;
        this.intervals = intervals;
        this.givenOf = new int[requiredDoses.length];
    }

    /** @param live places of facts in the order of their times, of whatever kind */
    void reckon(PersonFacts facts, int[] live, int size) {
        given = 0;
        required = 0;
        lastPlace = -1;
        first = NONE;
        last = NONE;
        full = NONE;
        fullAlone = NONE;
        Arrays.fill(givenOf, 0);
        for (int i = 0; i < size; i++) {
            int place = live[i];
            if (facts.kindBit(place) != FactKind.DOSE.bit() || !isFarEnough(facts, place, lastPlace)) {
                continue;
            }
            lastPlace = place;
            int vaccine = facts.code(place);
            last = facts.aboutDay(place);
            first = given == 0 ? last : first;
            given++;
            required = Math.max(required, requiredDoses[vaccine]);
            if (full == NONE && given >= required) {
                full = last;
            }
            if (fullAlone == NONE && ++givenOf[vaccine] >= requiredDoses[vaccine]) {
                fullAlone = last;
            }
        }
    }

    /** @param before place of the dose before that counts, -1 for none */
    boolean isFarEnough(PersonFacts facts, int place, int before) {
        return before < 0 || facts.aboutDay(place) - facts.aboutDay(before) >= intervals[facts.code(before)];
    }

    /** How many doses count. */
    int given() {
        return given;
    }

    /** Of the vaccines given so far. */
    int required() {
        return required;
    }

    /** Place of the last dose that counts, -1 for none. */
    int lastPlace() {
        return lastPlace;
    }

    /** Days, or {@link Assessor#NONE}. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long full() {
        return full;
    }

    /** Where only doses of one vaccine count together. */
    long fullAlone() {
        return fullAlone;
    }

    long missing() {
        if (given == 0) {
            return NONE;
        }
        return full != NONE ? 0 : required - given;
    }
}
