package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class StatusListTest {
    private static final int CARDS = 1_250_000;
    private static final StatusList.Frame FRAME = new StatusList.Frame(
            Tokens.ISSUER, "https://the.example/api/v1/status-list", Tokens.FROM, Tokens.UNTIL, 300);

    private final StatusList list = new StatusList();

    @Test
    void tells_of_each_place_what_was_set_last_and_of_no_other() {
        list.set(7, CardStatus.VALID_GREEN);
        list.set(6, CardStatus.SUSPENDED);
        list.set(7, CardStatus.VALID_RED);
        list.set(70_000, CardStatus.VALID);

        assertThat(list.get(7)).isEqualTo(CardStatus.VALID_RED);
        assertThat(list.get(6)).isEqualTo(CardStatus.SUSPENDED);
        assertThat(list.get(70_000)).isEqualTo(CardStatus.VALID);
        assertThat(List.of(list.get(5), list.get(8), list.get(69_999), list.get(-1), list.get(1L << 40)))
                .containsOnly(CardStatus.INVALID);
    }

    @Test
    void others_read_it_as_the_draft_has_it() throws Exception {
        list.set(0, CardStatus.VALID_GREEN);
        list.set(1, CardStatus.SUSPENDED);
        list.set(2, CardStatus.VALID);

        byte[] token = list.signed(Tokens.signer(), FRAME);

        CBORObject header = verified(token).getProtectedAttributes();
        assertThat(header.get(CBORObject.FromObject(16)).AsString()).isEqualTo("application/statuslist+cwt");
        assertThat(token[0]).as("no tag before the array").isEqualTo((byte) 0x84);
        CBORObject claims = CBORObject.DecodeFromBytes(verified(token).GetContent());
        assertThat(claims.get(CBORObject.FromObject(2)).AsString()).isEqualTo(FRAME.subject());
        assertThat(claims.get(CBORObject.FromObject(4)).AsInt64()).isEqualTo(Tokens.UNTIL.getEpochSecond());
        assertThat(claims.get(CBORObject.FromObject(6)).AsInt64()).isEqualTo(Tokens.FROM.getEpochSecond());
        assertThat(claims.get(CBORObject.FromObject(65534)).AsInt32()).isEqualTo(300);
        CBORObject statuses = claims.get(CBORObject.FromObject(65533));
        assertThat(statuses.get("bits").AsInt32()).isEqualTo(4);
        byte[] places = inflated(statuses.get("lst").GetByteString());
        // The first place is in the lower bits of the first byte; places that no card has are invalid.
        assertThat(places[0]).isEqualTo((byte) 0x2C);
        assertThat(places[1]).isEqualTo((byte) 0x10);
        assertThat(places[2]).isEqualTo((byte) 0x11);
    }

    @Test
    void a_million_and_a_quarter_of_cards_take_less_than_a_megabyte() {
        Random random = new Random(1);
        CardStatus[] all = CardStatus.values();
        for (int card = 0; card < CARDS; card++) {
            list.set(card, all[random.nextInt(all.length)]);
        }
        assertThat(list.signed(Tokens.signer(), FRAME)).hasSizeLessThan(1_000_000);
    }

    @Test
    void what_changed_is_told_place_by_place() throws Exception {
        list.set(70_000, CardStatus.VALID_YELLOW);
        TreeMap<Long, CardStatus> changed = new TreeMap<>();
        changed.put(3L, CardStatus.INVALID);
        changed.put(70_000L, CardStatus.VALID_YELLOW);

        byte[] token = list.changes(Tokens.signer(), FRAME, Tokens.FROM.minusSeconds(60), changed);

        CBORObject told =
                CBORObject.DecodeFromBytes(verified(token).GetContent()).get(CBORObject.FromObject(-65539));
        assertThat(told.get(CBORObject.FromObject(1)).AsInt64())
                .isEqualTo(Tokens.FROM.minusSeconds(60).getEpochSecond());
        assertThat(told.get(CBORObject.FromObject(2)).AsInt32()).isEqualTo(list.length());
        assertThat(told.get(CBORObject.FromObject(3)).GetByteString())
                .containsExactly(0, 0, 0, 0x31, 0, 0x11, 0x17, 0x0D);
    }

    @Test
    void equal_lists_have_one_digest_and_a_list_is_no_card() {
        list.set(9, CardStatus.VALID);
        StatusList same = new StatusList();
        same.set(9, CardStatus.VALID);
        StatusList other = new StatusList();
        other.set(9, CardStatus.SUSPENDED);

        assertThat(list.digest()).isEqualTo(same.digest()).isNotEqualTo(other.digest());
        assertThat(Tokens.readAtNoon(Tokens.text(list.signed(Tokens.signer(), FRAME))))
                .isInstanceOf(TokenCheck.Rejected.class);
    }

    private static Sign1Message verified(byte[] token) throws Exception {
        Sign1Message message = (Sign1Message) Sign1Message.DecodeFromBytes(token, MessageTag.Sign1);
        assertThat(message.validate(new OneKey(CBORObject.DecodeFromBytes(KeySets.coseKeySet(List.of(Tokens.TRUSTED)))
                        .get(0))))
                .isTrue();
        return message;
    }

    private static byte[] inflated(byte[] zlib) throws Exception {
        return new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes();
    }
}
