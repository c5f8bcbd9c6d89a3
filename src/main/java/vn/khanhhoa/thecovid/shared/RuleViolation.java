package vn.khanhhoa.thecovid.shared;

import java.util.List;

/**
 * A rule of the domain was broken by what the caller asked for. The code is "module.rule" and is also the key of the
 * sentence shown to the caller, on screens and in problem+json alike; the arguments fill its gaps.
 */
public final class RuleViolation extends RuntimeException {
    private final String code;
    private final transient List<Object> args;

    public RuleViolation(String code, Object... args) {
        super(code + List.of(args));
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
