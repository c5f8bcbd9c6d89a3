package vn.khanhhoa.thecovid.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts are to find something in their notices inside the portal. Any module may fire it; it is kept in the transaction
 * in which it is fired.
 *
 * @param kind key of the sentence, in the texts of the module that fires
 * @param args what fills the gaps of the sentence, by their numbers, {@code "0"} for the first; nothing of a person
 * @param path of the portal, where the reader goes on; begins with a slash
 */
public record AccountsTold(List<Long> accountIds, String kind, Map<String, String> args, String path) {
    /** The gaps in their order. */
    public static AccountsTold of(List<Long> accountIds, String kind, String path, Object... gaps) {
        Map<String, String> args = new LinkedHashMap<>();
        for (int i = 0; i < gaps.length; i++) {
            args.put(String.valueOf(i), String.valueOf(gaps[i]));
        }
        return new AccountsTold(accountIds, kind, args, path);
    }
}
