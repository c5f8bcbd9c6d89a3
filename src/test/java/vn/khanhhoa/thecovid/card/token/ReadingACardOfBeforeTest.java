package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;

/** A code as the portal made it before there was a status list, kept as it was. */
class ReadingACardOfBeforeTest {
    private static final String TOKEN =
            "KH1:RRQ989O60BO07+E9O718BH:KM CX*9DL6FN0SEC2XP1T01ECTO3WY00EC01BR-09Y2JYLXO0*XF "
                    + "ET4AD9EW9AW/E7V50V30B70$/DP.N48J1D0.SU6JNZOB$SMK%DSH07:0EN03F02U0I0IM O 2FN0J/Z0"
                    + "4:GNFH*GAFXO8J4FQFB4AQ40L+I27B9WG9OAS8V6Y4UUD5RGDW8E$AKEM*HT4U47-M WC+B1LWFAC04R"
                    + "26IRUQOIV6DDC51O4$A+33ZNQ$L67WGUJU9%0 QH%RT54U";
    private static final String KEY = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEO4JVhlPHFCFoX9FdwvWeD63FFVFFold0ajbnkLnpUxXs"
            + "pqQvaJwm3HaDtVvV5K87E+8q8Jo1By744c5KytVioQ==";

    @Test
    void it_is_genuine_and_says_what_it_said() throws Exception {
        TrustedKey key = TrustedKey.of((ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(KEY))));
        TokenReader reader = new TokenReader(
                "VN-34", List.of(key), List.of(), Clock.fixed(Instant.parse("2021-10-15T05:00:00Z"), ZoneOffset.UTC));

        assertThat(reader.read(TOKEN))
                .isEqualTo(new Genuine(
                        new CardClaims(
                                CardKind.WORK,
                                "72XQ49MT3",
                                CardClaims.NO_PLACE,
                                Instant.parse("2021-10-10T17:00:00Z"),
                                Instant.parse("2021-10-31T17:00:00Z"),
                                "Nguyễn Hoàng Phương Thảo",
                                1987,
                                "0678",
                                List.of("LV_DN", "VT_HANG"),
                                List.of()),
                        key.id()));
    }
}
