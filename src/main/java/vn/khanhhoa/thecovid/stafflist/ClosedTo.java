package vn.khanhhoa.thecovid.stafflist;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To whom an entry is closed, for good: whoever was shut out once stays so, however often it is looked at again.
 *
 * @param accounts neither judge it nor agree to a proposal
 * @param approvers agreed to a proposal before, and do not judge it
 */
record ClosedTo(Set<Long> accounts, Set<Long> approvers) {
    /** Of an entry {@code e}, whether an account may judge it, by what is known of the entry alone; it takes the account. */
    static final String OPEN_TO =
            " FIND_IN_SET(?, CONCAT_WS(',', e.submitted_by, e.closed_to_accounts, e.closed_to_approvers)) = 0";

    static ClosedTo read(@Nullable String accounts, @Nullable String approvers) {
        return new ClosedTo(ids(accounts), ids(approvers));
    }

    /** And to those who decided it. */
    ClosedTo and(Deciders deciders) {
        return new ClosedTo(with(accounts, deciders.judge()), with(approvers, deciders.approver()));
    }

    /** And to somebody who had a hand in what it says. */
    ClosedTo and(long account) {
        return new ClosedTo(with(accounts, account), approvers);
    }

    boolean includesAny(Collection<Long> wanted) {
        return !Collections.disjoint(accounts, wanted) || !Collections.disjoint(approvers, wanted);
    }

    Set<Long> all() {
        Set<Long> all = new TreeSet<>(accounts);
        all.addAll(approvers);
        return all;
    }

    /** As it is kept. */
    static @Nullable String text(Set<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Set<Long> ids(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Set.of()
                : Stream.of(text.split(",", -1)).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Long> with(Set<Long> ids, long more) {
        if (more == 0) {
            return ids;
        }
        Set<Long> all = new TreeSet<>(ids);
        all.add(more);
        return all;
    }
}
