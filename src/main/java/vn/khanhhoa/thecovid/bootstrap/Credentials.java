package vn.khanhhoa.thecovid.bootstrap;

record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
