/**
 * What an OS package is for. `build`: compilers, headers and the like, of no use to a program that runs. `runtime`:
 * libraries, data and programs that a running program may need. `both`: tools of build steps that a program may start
 * as well. `covered`: its files are in every distroless image.
 */
export type PackagePurpose = 'build' | 'runtime' | 'both' | 'covered';

export type PurposeTable = ReadonlyMap<string, PackagePurpose>;

/** Names by purpose, as lines of words. A name in two purposes is a mistake that the tests find. */
export type PurposeLists = Readonly<Record<PackagePurpose, readonly string[]>>;

function table(lists: PurposeLists): PurposeTable {
  const result = new Map<string, PackagePurpose>();
  for (const purpose of ['build', 'runtime', 'both', 'covered'] as const) {
    for (const name of lists[purpose].flatMap((line) => line.split(' '))) result.set(name, purpose);
  }
  return result;
}

/** Names that mean the same in Debian, Alpine and the RPM distributions. */
export const EVERYWHERE_LISTS: PurposeLists = {
  build: [
    // Compilers, linkers, assemblers
    'gcc g++ clang llvm lld mold binutils nasm yasm cpp tcc ccache gccgo gfortran',
    // Build systems and code generators
    'make cmake ninja meson scons autoconf automake libtool m4 bison flex gperf swig re2c intltool gtk-doc',
    'pkgconf pkg-config patchelf upx help2man doxygen texinfo chrpath',
    // Languages that leave a program behind
    'cargo rustc rust maven ant gradle sbt ghc cabal ocaml opam nim fpc',
    // Checks
    'cppcheck shellcheck valgrind lcov clang-tidy',
    'man-db man-pages asciidoc xmlto docbook-xsl ragel ocamlbuild gyp',
  ],
  runtime: [
    // Media
    'ffmpeg imagemagick graphicsmagick ghostscript poppler-utils tesseract-ocr optipng jpegoptim pngquant gifsicle exiftool mediainfo',
    'sox lame mpg123 mpv vlc espeak espeak-ng librsvg vips inkscape potrace webp',
    // Documents
    'graphviz wkhtmltopdf pandoc unoconv antiword catdoc qpdf pdftk unrtf texlive libreoffice plantuml',
    // Browsers and displays
    'chromium chromium-chromedriver chromium-driver firefox firefox-esr xvfb x11vnc fluxbox dbus dbus-x11 fontconfig',
    // Servers, databases and their clients
    'nginx apache2 haproxy redis memcached postgresql postgresql-client mysql-client mariadb-client mariadb-server rabbitmq-server',
    'stunnel squid dnsmasq bind9 vsftpd samba postfix sendmail msmtp ssmtp exim4 dovecot mosquitto varnish',
    'wireguard-tools openvpn iptables ip6tables nftables ipset fail2ban strongswan',
    // Processes and logs
    'supervisor cron cronie runit s6 monit logrotate rsyslog syslog-ng sysstat systemd openrc',
    // Storage and hardware
    'nfs-utils nfs-common cifs-utils fuse fuse3 s3fs sshfs e2fsprogs xfsprogs btrfs-progs lvm2 parted smartmontools usbutils pciutils',
    'alsa-utils pulseaudio bluez i2c-tools v4l-utils udev eudev',
    // Scanners
    'clamav clamav-daemon rkhunter nmap tcpdump whois traceroute',
  ],
  both: [
    // Fetching and unpacking
    'curl wget git git-lfs subversion mercurial rsync aria2 axel lftp ncftp',
    'tar gzip bzip2 xz zstd zip unzip lz4 lzip p7zip unrar cpio brotli pigz',
    // Shells and everyday tools
    'bash zsh fish dash coreutils findutils diffutils grep sed gawk mawk less vim nano emacs tree file which util-linux procps psmisc',
    'jq yq bc patch expect screen tmux htop lsof strace ltrace gdb time moreutils parallel rename gettext envsubst dos2unix',
    'net-tools iproute2 iputils busybox ncurses readline sudo su-exec gosu tini dumb-init shadow acl attr libcap socat telnet',
    'openssl gnupg gpg gnupg2 sqlite ca-certificates-java openssh perl ruby lua nodejs npm yarn python3 python pipx php tcl composer deno',
    'groff pv ed dialog sshpass inotify-tools pwgen xmlstarlet libxml2-utils netcat-openbsd mtr bind-tools',
  ],
  covered: ['ca-certificates tzdata netbase'],
};

export const DEBIAN_LISTS: PurposeLists = {
  build: [
    'build-essential debhelper devscripts fakeroot equivs quilt autopoint autoconf-archive ninja-build',
    'libtool-bin protobuf-compiler protobuf-compiler-grpc upx-ucl musl-tools mingw-w64 gcc-multilib g++-multilib',
    'libc6-dev-i386',
    'python-dev-is-python3',
    'dh-autoreconf gtk-doc-tools autogen gengetopt qmake6 valac protobuf-c-compiler check indent po4a',
    'ruby-build ocaml-nox haskell-stack cython3 f2c',
    // Needed to install other packages only
    'apt-utils apt-transport-https software-properties-common debconf-utils aptitude debian-keyring debian-archive-keyring lintian',
    'debootstrap pbuilder',
  ],
  runtime: [
    'tesseract-ocr-eng libimage-exiftool-perl libreoffice-writer libreoffice-calc libreoffice-common libreoffice-core',
    'default-jre default-jre-headless locales locales-all language-pack-en fonts-liberation',
    'libvips libvips-tools libopencv-core libmagic-mgc libgomp1 libgl1-mesa-glx libgl1 libglib2.0-0 libsm6',
    'redis-server redis-tools default-mysql-client mysql-server default-mysql-server postgresql-contrib postgresql-common mongodb',
    'php-fpm php-cli php-mysql php-pgsql php-gd php-curl php-mbstring php-xml php-zip php-intl apache2-utils libapache2-mod-php',
    'nginx-full nginx-light nginx-extras google-chrome-stable chromium-browser gconf-service lsb-base xdg-utils xauth x11-utils',
    'bind9-host dnsutils isc-dhcp-client ifupdown bridge-utils ethtool arping ntp ntpdate chrony ntpsec',
    'cups ipmitool mdadm open-iscsi multipath-tools ceph-common glusterfs-client qemu-utils qemu-user-static ttf-mscorefonts-installer',
    'mailutils bsd-mailx swaks freetds-bin tdsodbc unixodbc odbc-postgresql msodbcsql17 msodbcsql18 mssql-tools',
    'gstreamer1.0-tools gstreamer1.0-libav gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad',
    'zlib1g krb5-user snmp rrdtool gnuplot-nox mupdf-tools libgdiplus mono-complete erlang-nox caddy docker.io docker-ce docker-ce-cli',
    'gstreamer1.0-plugins-ugly mesa-utils mesa-va-drivers intel-media-va-driver vainfo',
  ],
  both: [
    'xz-utils lzma p7zip-full gpg-agent gnupg1 gpgv dirmngr openssh-client openssh-server lsb-release iputils-ping netcat',
    'netcat-traditional python3-pip pip python3-venv python3-minimal python-is-python3 python2 python-pip python3-setuptools python3-wheel',
    'sqlite3 uuid-runtime gettext-base bsdmainutils bsdextrautils libcap2-bin adduser passwd login default-jdk default-jdk-headless',
    'php-pear luajit luarocks kmod xsltproc java-common lynx cvs tcsh man rpm lldb tidy git-core git-all wait-for-it',
    'vim-tiny vim-nox bash-completion command-not-found ncurses-bin ncurses-base ruby-full rubygems bundler perl-modules',
    'hostname mount init-system-helpers nodejs-legacy yarnpkg iotop nethogs nload whiptail debianutils',
  ],
  covered: ['media-types mime-support tzdata-legacy'],
};

export const ALPINE_LISTS: PurposeLists = {
  build: [
    'binutils-gold build-base alpine-sdk go gcc-go go-bootstrap abuild samurai protoc',
    'ninja-build crystal shards zig tinygo vala',
    'autoconf-archive argp-standalone',
  ],
  runtime: [
    'libc6-compat gcompat musl musl-utils musl-locales libgcc libstdc++ libgomp libatomic icu icu-libs icu-data-full sqlite-libs',
    'libpq libssl3 libssl1.1 libcrypto3 libcrypto1.1 libffi zlib libxml2 libxslt libpng libjpeg-turbo freetype harfbuzz libwebp',
    'libzip libcurl libmagic libsodium librdkafka libuuid gmp expat krb5 krb5-libs lttng-ust libintl pcre pcre2',
    'mysql mariadb mariadb-common nss ttf-freefont ttf-dejavu font-noto font-noto-emoji',
    'php php81 php82 php83 php84 apache2-utils dcron busybox-suid busybox-extras mesa-gl mesa-egl vips-tools mongodb-tools',
    'nginx-mod-http-lua redis-cli dbus-libs udev-init-scripts tor postgresql-libs aws-cli kubectl helm docker docker-cli terraform',
  ],
  both: [
    'openssh-client openssh-client-default openssh-keygen openssh-server py3-pip py3-setuptools py3-wheel py3-virtualenv python2 py-pip',
    'libcap-setcap libcap-utils libcap-ng-utils nodejs-current tini-static catatonit gpg-agent 7zip 7-zip',
    'bash-completion ncurses-terminfo-base drill iputils-ping busybox-binsh apk-tools alpine-base alpine-conf util-linux-misc uuidgen',
    'dpkg lksctp-tools git-daemon mandoc lsblk blkid ruby-bundler',
  ],
  covered: ['ca-certificates-bundle mailcap'],
};

export const RPM_LISTS: PurposeLists = {
  build: [
    'gcc-c++ golang golang-bin golang-src glibc-static libstdc++-static',
    'ninja-build rpm-build rpmdevtools redhat-rpm-config cmake3 protobuf-compiler go-toolset rust-toolset',
    'yum-utils dnf-plugins-core epel-release dnf-utils createrepo_c centos-release-scl patchutils',
  ],
  runtime: [
    'ImageMagick GraphicsMagick glibc glibc-common glibc-langpack-en glibc-locale-source libgcc libstdc++ libgomp zlib libxml2 libxslt',
    'tesseract mysql mariadb httpd mod_ssl crontabs cronie-anacron java-headless unixODBC freetds libpq libicu krb5-workstation',
    'bind-utils chrony ntp dejavu-sans-fonts liberation-fonts google-noto-sans-fonts xorg-x11-server-Xvfb libX11 gtk3 nss libXtst',
    'perl-Image-ExifTool cups-libs libpng libjpeg-turbo libtiff freetype libaio numactl compat-openssl11',
  ],
  both: [
    'openssh-clients openssh-server procps-ng iproute nmap-ncat nc vim-enhanced vim-minimal shadow-utils python3-pip python3-setuptools',
    'python36 python38 python39 python3.9 python3.11 python3.12 python2 python2-pip hostname passwd',
    'curl-minimal coreutils-single perl-core nodejs20 glibc-minimal-langpack initscripts crypto-policies',
  ],
  covered: ['mailcap'],
};

export const EVERYWHERE = table(EVERYWHERE_LISTS);
export const DEBIAN = table(DEBIAN_LISTS);
export const ALPINE = table(ALPINE_LISTS);
export const RPM = table(RPM_LISTS);
