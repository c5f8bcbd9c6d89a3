package vn.khanhhoa.thecovid.intake;

import java.util.List;

/**
 * A commune that was merged, split or renamed away.
 *
 * @param successors in force today; empty where they are not known
 */
public record FormerCommune(Choice commune, List<Choice> successors) {
    public FormerCommune {
        successors = List.copyOf(successors);
    }
}
