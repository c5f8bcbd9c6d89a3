package vn.khanhhoa.thecovid.verification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far from each other posts are at least: as the crow flies between coordinates, or else by what is set for communes and districts.
 * Where nothing is known they are at one place.
 */
final class Distances {
    private static final double EARTH_KM = 6_371;

    /** @param districtId what is around the area; 0 for none */
    record Place(
            long postId, @Nullable Double lat, @Nullable Double lon, long areaId, long districtId) {}

    private final Map<Long, Place> places;
    private final int ofCommunes;
    private final int ofDistricts;

    /** @param ofCommunes kilometres between communes of one district @param ofDistricts between districts */
    Distances(Map<Long, Place> places, int ofCommunes, int ofDistricts) {
        this.places = places;
        this.ofCommunes = ofCommunes;
        this.ofDistricts = ofDistricts;
    }

    double km(long onePost, long otherPost) {
        Place one = places.get(onePost);
        Place other = places.get(otherPost);
        if (one == null || other == null || onePost == otherPost) {
            return 0;
        }
        Double lat = one.lat();
        Double lon = one.lon();
        Double otherLat = other.lat();
        Double otherLon = other.lon();
        if (lat != null && lon != null && otherLat != null && otherLon != null) {
            return flown(lat, lon, otherLat, otherLon);
        }
        if (one.areaId() == other.areaId()
                || one.areaId() == other.districtId()
                || other.areaId() == one.districtId()) {
            return 0;
        }
        return one.districtId() == other.districtId() ? ofCommunes : ofDistricts;
    }

    private static double flown(double lat, double lon, double otherLat, double otherLon) {
        double up = Math.sin(Math.toRadians(otherLat - lat) / 2);
        double across = Math.sin(Math.toRadians(otherLon - lon) / 2);
        double square = up * up + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * across * across;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
