package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Rejected;

/** {@link MutatedTokensBench} tries a million. */
class MutatedTokensTest {
    private static final int MUTATIONS = 12_000;

    @Test
    void none_passes_and_each_is_refused_for_what_is_wrong_with_it() {
        assertThat(refused(new MutatedTokens(20211001), MUTATIONS))
                .contains(
                        TokenRejection.NOT_A_CARD,
                        TokenRejection.FOREIGN_CODE,
                        TokenRejection.TOO_LONG,
                        TokenRejection.BAD_BASE45,
                        TokenRejection.MALFORMED,
                        TokenRejection.UNKNOWN_KEY,
                        TokenRejection.BAD_SIGNATURE);
    }

    static Set<TokenRejection> refused(MutatedTokens mutated, int many) {
        TokenReader reader = Tokens.readerAt(Tokens.NOON);
        Set<TokenRejection> seen = EnumSet.noneOf(TokenRejection.class);
        for (int round = 0; round < many; round++) {
            MutatedTokens.Mutation mutation = mutated.next();
            TokenCheck check = reader.read(mutation.text());
            if (!(check instanceof Rejected rejected) || !mutation.rightly().contains(rejected.reason())) {
                throw new AssertionError(mutation + " is " + check);
            }
            seen.add(rejected.reason());
        }
        return seen;
    }
}
