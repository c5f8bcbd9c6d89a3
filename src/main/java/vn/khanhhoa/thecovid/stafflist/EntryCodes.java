package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** The codes of people. A change of the same person's entry goes on under the code that the person has already. */
@ApplicationScoped
class EntryCodes {
    private record Coded(
            long id,
            long amendsId,
            long personId,
            EntryKind kind,
            EntryState state,
            int line,
            String name,
            byte[] code) {
        boolean isHandedOut() {
            return kind == EntryKind.NEW
                    ? state != EntryState.ENDED && state != EntryState.WITHDRAWN
                    : kind == EntryKind.CHANGE && state == EntryState.APPROVED;
        }
    }

    private static final String CODED =
            "SELECT id, amends_id, person_id, kind, state, line_number, name, code FROM stafflist_entry WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    RegistrationCode of(long entryId) {
        return Objects.requireNonNull(of(List.of(entryId)).get(entryId));
    }

    /** Of entries of one list; amendments and what they amend are read together, however long the chain. */
    Map<Long, RegistrationCode> of(Collection<Long> entryIds) {
        Map<Long, Coded> known = new HashMap<>();
        Set<Long> wanted = Set.copyOf(entryIds);
        while (!wanted.isEmpty()) {
            InParts.of(
                    List.copyOf(wanted),
                    (some, args) -> sql.list(CODED + "id IN " + some, EntryCodes::coded, args)
                            .forEach(entry -> known.put(entry.id(), entry)));
            wanted = known.values().stream()
                    .map(Coded::amendsId)
                    .filter(id -> id != 0 && !known.containsKey(id))
                    .collect(Collectors.toSet());
        }
        return entryIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> opened(first(
                                Objects.requireNonNull(known.get(id)),
                                amended -> Objects.requireNonNull(known.get(amended))))));
    }

    List<EntryReading.HandedCode> ofList(long listId) {
        List<Coded> entries = sql.list(CODED + "list_id = ? ORDER BY line_number, id", EntryCodes::coded, listId);
        Map<Long, Coded> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return entries.stream()
                .filter(Coded::isHandedOut)
                .map(entry -> new EntryReading.HandedCode(
                        entry.line(),
                        entry.name(),
                        opened(first(entry, id -> Objects.requireNonNull(byId.get(id)))),
                        entry.state()))
                .toList();
    }

    private static Coded first(Coded entry, LongFunction<Coded> others) {
        Coded first = entry;
        while (first.amendsId() != 0) {
            Coded before = others.apply(first.amendsId());
            if (before.personId() != first.personId()) {
                break;
            }
            first = before;
        }
        return first;
    }

    private RegistrationCode opened(Coded entry) {
        return new RegistrationCode(cipher.open(entry.code()));
    }

    private static Coded coded(ResultSet row) throws SQLException {
        return new Coded(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                EntryKind.valueOf(row.getString(4)),
                EntryState.valueOf(row.getString(5)),
                row.getInt(6),
                row.getString(7),
                row.getBytes(8));
    }
}
