# Sourced by ./darkroom and .ci/run: what the tests need in addition to a JDK 25, and how it is installed.
# This is the only list. A new reference program or library is one line here.

# JDKs: feature releases. Their Debian package is openjdk-N-jdk-headless.
readonly REQUIRED_JDKS=(25 17)

# PROGRAM:DEBIAN_PACKAGE[,DEBIAN_PACKAGE]. The tests compare results with them, or run them. Chromium needs a font to show text.
readonly REQUIRED_PROGRAMS=(
  vips:libvips-tools
  convert:imagemagick
  dwebp:webp
  cjpeg:libjpeg-turbo-progs
  exiftool:libimage-exiftool-perl
  rsvg-convert:librsvg2-bin
  node:nodejs
  nginx:nginx
  strace:strace
  chromium:chromium,fonts-dejavu-core
  chromedriver:chromium-driver
)

# LIBRARY:DEBIAN_PACKAGE. image-turbo calls them.
readonly REQUIRED_LIBRARIES=(
  libturbojpeg.so.0:libturbojpeg0
  libwebp.so.7:libwebp7
)

# Installs missing packages if possible, and prints those that are still missing. With CI=true a missing package ends the run.
require_programs_and_libraries() {
  local missing
  missing=$(missing_packages)
  if [[ -n $missing ]] && may_install; then
    echo "Installing what the tests need:" $missing
    apt_install $missing || echo "apt-get failed; its output is in $LOGS/apt.log"
    missing=$(missing_packages)
  fi
  [[ -n $missing ]] || return 0
  [[ ${CI:-} != true ]] || fail "CI=true, and these Debian packages are missing:" $missing
  echo "Not installed:" $missing". The tests that need them are skipped; the summary lists them"
}

missing_packages() {
  local each
  for each in "${REQUIRED_PROGRAMS[@]}"; do
    has_program "${each%%:*}" || tr ',' '\n' <<<"${each##*:}"
  done
  for each in "${REQUIRED_LIBRARIES[@]}"; do
    has_library "${each%%:*}" || echo "${each##*:}"
  done
}

has_program() {
  (PATH=$PATH:/usr/sbin command -v "$1" >/dev/null)
}

has_library() {
  local ldconfig
  ldconfig=$(PATH=$PATH:/sbin:/usr/sbin command -v ldconfig) && "$ldconfig" -p | grep -qF "$1 "
}

may_install() {
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null
}

# Updates the package lists only if the installation fails without.
apt_install() {
  mkdir -p "$LOGS"
  {
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "$@" ||
      { apt-get update && apt-get install -y --no-install-recommends "$@"; }
  } >"$LOGS/apt.log" 2>&1
}
