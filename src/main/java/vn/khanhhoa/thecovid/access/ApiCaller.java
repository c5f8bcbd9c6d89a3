package vn.khanhhoa.thecovid.access;

import java.util.Set;

/** The program behind a call of the API, and what the token that it showed is good for. */
public record ApiCaller(Actor actor, Set<ApiScope> scopes) {
    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }
}
