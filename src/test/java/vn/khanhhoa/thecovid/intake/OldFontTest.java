package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldFontTest {
    private static final String PLAIN = "aăâeêioôơuưy";
    private static final String TONES = " \u0300\u0301\u0309\u0303\u0323";

    /** In the order of TCVN 5712:1993 from position A1 on, without the capitals that its fonts do not have. */
    private static final String TCVN3 =
            "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíị"
                    + "ò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ";

    static List<String> letters() {
        List<String> letters = new ArrayList<>(List.of("đ"));
        PLAIN.chars()
                .forEach(vowel -> TONES.chars()
                        .forEach(tone -> letters.add(Normalizer.normalize(
                                tone == ' ' ? Character.toString(vowel) : Character.toString(vowel) + (char) tone,
                                Normalizer.Form.NFC))));
        return letters;
    }

    static String toTcvn3(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            int at = TCVN3.indexOf(c) >= 0 ? TCVN3.indexOf(c) : TCVN3.indexOf(Character.toLowerCase(c));
            encoded.append(at >= 0 ? (char) (0xA1 + at) : c);
        }
        return encoded.toString();
    }

    static String toVni(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            String vni = vni(Character.toLowerCase(c));
            encoded.append(Character.isUpperCase(c) ? vni.toUpperCase(Locale.ROOT) : vni);
        }
        return encoded.toString();
    }

    private static String vni(char letter) {
        String single = "ơưíìỉĩịỵđ";
        if (single.indexOf(letter) >= 0) {
            return "ôöíìæóòîñ".substring(single.indexOf(letter), single.indexOf(letter) + 1);
        }
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        String base = parts.replaceAll("[\u0300\u0301\u0309\u0303\u0323]", "");
        int tone =
                parts.length() == base.length() ? 0 : TONES.indexOf(parts.replaceAll("[^" + TONES.strip() + "]", ""));
        return switch (base) {
            case "a\u0302", "e\u0302", "o\u0302" -> base.charAt(0) + "âàáåãä".substring(tone, tone + 1);
            case "a\u0306" -> "a" + "êèéúüë".substring(tone, tone + 1);
            case "o\u031B" -> "ô" + " øùûõï".substring(tone, tone + 1);
            case "u\u031B" -> "ö" + " øùûõï".substring(tone, tone + 1);
            default -> tone == 0 ? parts : base + " øùûõï".charAt(tone);
        };
    }

    @Test
    void every_letter_comes_back_from_both_tables() {
        assertThat(letters()).hasSize(73);
        for (String letter : letters()) {
            String capital = letter.toUpperCase(Locale.ROOT);
            assertThat(OldFont.TCVN3.convert(toTcvn3(letter))).isEqualTo(letter);
            assertThat(OldFont.TCVN3_CAPITALS.convert(toTcvn3(letter))).isEqualTo(capital);
            assertThat(OldFont.VNI.convert(toVni(letter))).isEqualTo(letter);
            assertThat(OldFont.VNI.convert(toVni(capital))).isEqualTo(capital);
        }
    }

    @Test
    void words_as_they_are_known() {
        assertThat(OldFont.TCVN3.convert("NguyÔn V¨n")).isEqualTo("Nguyễn Văn");
        assertThat(OldFont.VNI.convert("Nguyeãn Vaên")).isEqualTo("Nguyễn Văn");
        assertThat(OldFont.TCVN3.convert("TRÇN THÞ HOµ")).isEqualTo("TRẦN THỊ HOÀ");
    }

    @Test
    void fonts_by_their_names() {
        assertThat(OldFont.named(".VnTime")).isEqualTo(OldFont.TCVN3);
        assertThat(OldFont.named(".VnArialH")).isEqualTo(OldFont.TCVN3_CAPITALS);
        assertThat(OldFont.named("VNI-Times")).isEqualTo(OldFont.VNI);
        assertThat(OldFont.named("Times New Roman")).isNull();
    }

    @Test
    void three_words_give_an_old_font_away() {
        assertThat(found("NguyÔn V¨n Hßa")).isEqualTo("TCVN3");
        assertThat(found("Nguyeãn Vaên Hoøa", "Traàn Thò Thuùy")).isEqualTo("VNI");
        assertThat(found("NguyÔn V¨n Hßa", "Trần Thị Thúy")).isEqualTo("TCVN3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Hòa|Trần Thị Thuý|Lê Hoàng Mỹ|Đỗ Quý Sơn|Phạm Thị Bé|Hồ Thị Tó|Lý Thò|Hà Văn Lô|Võ Tô",
                "Hòa|Thúy|Lô|Bé|Tú|Hô|Bà Rịa|Rò|Tò|Thà|Chú|Cô|Xà|Lão|Hãn|Pà Thẻn|Bú|Ní|Só|Đà Nẵng|Sô|Ca Lé|Pí Năng Thị",
                "Y Blăk Êban|H'Bia Niê|Ksor Krông|Katơr Thị Hồng|Chamaléa Thị Ngỡi|Pi Năng Thạnh|Bo Bo Thị Xà|Tro Thị"
                        + " Đỏ",
                "René Müller|José Peña Núñez|André Lefèvre|Zoé Noël|Jürgen Größe|François Hélène|Søren Mørk|Ångström"
                        + " Åsa",
                "Björk Guðmundsdóttir|Þór Æsir|João Gonçalves|Inês Simões|Conceição Araújo|Zoë Brontë|Gaëlle Maëlys|Ñu"
                        + " Yáñez",
                "Ramón León|Lucía Martín|Íñigo Zúñiga|Bärbel Köhler|Grün Weiß|Béla Kálmán|Márton Gál|Thérèse"
                        + " Raphaël|Noé Chloé",
                "Renée Zoé|Aimée|Café Été|Hôtel Forêt|Tôn Nữ Quỳnh|Ô Đê|Úc|Ý|Á|À|Ồ|Í|Bí thư|Tổ 3 – Mỹ Ca|25°C ± 2 µm §"
                        + " 7 ½"
            })
    void unicode_and_foreign_names_are_left_in_peace(String texts) {
        assertThat(found(texts.split("\\|"))).isEmpty();
    }

    @Test
    void no_name_of_the_made_lists_looks_old() {
        OldFontSigns signs = new OldFontSigns();
        for (List<String> row : ListFiles.m01(2_000, 0, 11).rows()) {
            row.forEach(cell -> signs.look(cell, null));
        }
        assertThat(signs.found()).isEmpty();
        assertThat(signs.samples()).isEmpty();
    }

    @Test
    void what_is_typed_in_unicode_stays_beside_what_is_converted() {
        OldFontSigns signs = signs("NguyÔn V¨n Hßa", "Trần Thị Thúy", "Tó");
        assertThat(signs.convert("Hßa", null)).contains("Hòa");
        assertThat(signs.convert("Trần Thị Thúy", null)).isEmpty();
        assertThat(signs.convert("Hòa", null)).isEmpty();
        assertThat(signs.convert("Tó", null)).isEmpty();
        assertThat(signs.convert("Tó", OldFont.TCVN3)).contains("Tú");
        assertThat(signs("NguyÔn V¨n Hßa").convert("Tó", null)).contains("Tú");
    }

    @Test
    void a_heading_is_read_in_the_font_before_its_marks_are_left_out() {
        Headings headings = new Headings(ListFiles.form(), Map.of());
        assertThat(headings.find("Tõ").map(Headings.Found::index)).contains(ListFiles.index("valid_from"));
        assertThat(headings.find("To").map(Headings.Found::index)).contains(ListFiles.index("valid_to"));
    }

    @Test
    void what_was_pasted_in_another_old_font_is_left_to_be_pointed_out() {
        OldFontSigns signs = signs("NguyÔn V¨n Hßa", "TrÇn ThÞ B×nh", "Leâ Thuùy Sôn", "Lê Thị Hòa");
        assertThat(signs.found()).contains(OldFont.TCVN3);
        assertThat(signs.convert("Leâ Thuùy Sôn", null)).isEmpty();
        assertThat(signs.convert("§ç Minh An", null)).contains("Đỗ Minh An");
        assertThat(signs.convert("§/c 12 TrÇn Phó", null)).contains("Đ/c 12 Trần Phú");
    }

    private static String found(String... texts) {
        return signs(texts).found().map(OldFont::label).orElse("");
    }

    private static OldFontSigns signs(String... texts) {
        OldFontSigns signs = new OldFontSigns();
        for (String text : texts) {
            signs.look(text, null);
        }
        return signs;
    }
}
