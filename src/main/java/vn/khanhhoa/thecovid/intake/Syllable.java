package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Tells whether a word can be a syllable of Vietnamese: first consonant, rhyme and tone that go together. */
final class Syllable {
    private static final int LONGEST = 8;
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String CONSONANTS = "bcdđghklmnpqrstvx";
    private static final String STOPPED_TONES = "\u0301\u0323";

    private static final String[] ONSETS = {
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "q", "r", "s", "t", "v", "x", "",
    };

    private static final Set<String> RHYMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc"
                    + " âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm"
                    + " iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oan oang oanh oao oat oay oăc oăn oăng oăt oe"
                    + " oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uâ uân uâng uât"
                    + " uây uê uêch uên uênh uêt uơ uy uya uych uyên uyêt uyn uynh uyt uyu uôc uôi uôm uôn uông uôt ư ưc ưi ưng ưt"
                    + " ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt ych")
            .split(" "));

    private Syllable() {}

    static boolean isOne(String word) {
        if (word.isEmpty() || word.length() > 2 * LONGEST || isMixedCase(word)) {
            return false;
        }
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(parts.length());
        char tone = 0;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (TONES.indexOf(c) < 0) {
                letters.append(c);
            } else if (tone != 0
                    || letters.isEmpty()
                    || CONSONANTS.indexOf(letters.charAt(letters.length() - 1)) >= 0) {
                return false;
            } else {
                tone = c;
            }
        }
        String bare = Normalizer.normalize(letters, Normalizer.Form.NFC);
        for (String onset : ONSETS) {
            if (bare.startsWith(onset)
                    && isRhyme(onset, bare.substring(onset.length()))
                    && (!isStopped(bare) || STOPPED_TONES.indexOf(tone) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRhyme(String onset, String rhyme) {
        boolean afterRound = onset.equals("qu");
        boolean narrow = rhyme.startsWith("y") && rhyme.length() > 1 && !rhyme.startsWith("yê");
        if (narrow && !afterRound) {
            return false;
        }
        return RHYMES.contains(rhyme);
    }

    private static boolean isStopped(String bare) {
        return bare.endsWith("c") || bare.endsWith("ch") || bare.endsWith("p") || bare.endsWith("t");
    }

    /** "NguyÔn": a capital behind a small letter. */
    private static boolean isMixedCase(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
