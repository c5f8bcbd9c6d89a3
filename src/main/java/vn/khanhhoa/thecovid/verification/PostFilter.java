package vn.khanhhoa.thecovid.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.person.NameWords;

/** Which posts of an agency are looked for. @param text words of the name, with or without marks, or part of the address; empty for any */
public record PostFilter(String text, Optional<PostKind> kind) {
    public static final PostFilter ALL = new PostFilter("", Optional.empty());

    String sql() {
        return "p.agency_id = ?"
                + (text.isBlank()
                        ? ""
                        : " AND (" + NameWords.condition("p.name", text, new ArrayList<>())
                                + " OR INSTR(LOWER(p.address), LOWER(?)) > 0)")
                + kind.map(each -> " AND p.kind = '" + each.name() + "'").orElse("");
    }

    Object[] args(long agencyId, Object... more) {
        List<Object> args = new ArrayList<>(List.of(agencyId));
        if (!text.isBlank()) {
            NameWords.condition("p.name", text, args);
            args.add(text.strip());
        }
        args.addAll(List.of(more));
        return args.toArray();
    }
}
