// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a log's file comes from another computer: evident-cli pull beside smbclient get, in turn, the same file with
// the same signing or encryption into the same folder, which is memory where there is such a one: ours waits until a disk
// has the file, smbclient does not, and neither is what is measured here. And over a line of 20 ms round trip beside one request of 64 KiB
// at a time. Every copy is compared with the file before its time counts. Prints JSON.

#include "remote/pull.h"
#include "remote/pulling.h"
#include "remote/tcpproxy.h"
#include "remote/winhost.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

using namespace evident;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Rounds = 9;
constexpr qsizetype Megabytes = 512;
constexpr qsizetype FarMegabytes = 64;
constexpr std::uint32_t SmallPiece = 64U * 1024;

/// Seconds; nothing when the copy is not the file.
std::optional<double> timed(const QString &program, const QStringList &words, const QString &copy, const QString &file)
{
    QFile::remove(copy);
    QElapsedTimer clock;
    clock.start();
    const Run done = run(program, words);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (done.exitCode == 0 && contentOf(copy) == contentOf(file))
        return seconds;
    std::fprintf(stderr, "%s: %s\n", qPrintable(program), done.err.constData());
    return {};
}

struct Rates {
    std::vector<double> ours; ///< MB/s
    std::vector<double> theirs;
    std::vector<double> ratios; ///< of neighbours in time
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::optional<Rates> besideSmbclient(const QStringList &settings, const QString &folder)
{
    const WinHost host(settings);
    const QString file = host.logFolder() + u"/Big.evtx"_s;
    const QString password = folder + u"/password"_s;
    QFile secret(password);
    if (!host.error().isEmpty() || !writeNumbers(file, Megabytes) || !secret.open(QIODevice::WriteOnly)
        || secret.write("S3cret!\n") < 0)
        return {};
    secret.close();
    const QString copy = folder + u"/copy"_s;
    const QString port = QString::number(host.port());
    const QStringList ours{u"pull"_s, u"127.0.0.1:"_s + port, u"Big.evtx"_s, u"-q"_s, u"-o"_s, copy, u"--user"_s,
        u"admin1"_s, u"--password-file"_s, password};
    const QStringList theirs{u"-s"_s, u"/dev/null"_s, u"--option=client signing=required"_s, u"-p"_s, port, u"-U"_s,
        u"admin1%S3cret!"_s, u"//127.0.0.1/ADMIN$"_s, u"-c"_s, u"get \\System32\\winevt\\Logs\\Big.evtx "_s + copy};
    Rates rates;
    const double size = static_cast<double>(QFile(file).size()) / 1e6;
    for (int round = -1; round < Rounds; ++round) {
        const auto mine = timed(cli(), ours, copy, file);
        const auto other = timed(u"smbclient"_s, theirs, copy, file);
        if (!mine || !other)
            return {};
        if (round < 0)
            continue; // the computer starts its helpers at the first question
        rates.ours.push_back(size / *mine);
        rates.theirs.push_back(size / *other);
        rates.ratios.push_back(*other / *mine);
    }
    return rates;
}

struct Far {
    double ours = 0; ///< MB/s
    double oneAtATime = 0;
};

/// One request behind the other, as a simple program would ask.
std::optional<double> oneAtATime(RemoteAccess &access, const RemoteTarget &target, const QString &file)
{
    const auto host = access.host(target, Patience::of(10s));
    QTemporaryFile copy;
    if (!host || !copy.open())
        return {};
    const SmbPath path = logFolderBelowAdmin(target).below(u"Big.evtx"_s);
    const auto opened = (*host)->openFile(
        {.share = path.share.toStdString(), .path = path.path.toStdString()}, copy.handle(), Patience::of(10s));
    if (!opened)
        return {};
    QElapsedTimer clock;
    clock.start();
    for (std::uint64_t at = 0; at < opened->facts.size; at += SmallPiece) {
        if (!(*host)->readFile({.handle = opened->handle, .offset = at, .length = SmallPiece}, Patience::of(10s)))
            return {};
    }
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (contentOf(copy.fileName()) != contentOf(file))
        return {};
    return static_cast<double>(opened->facts.size) / 1e6 / seconds;
}

std::optional<Far> overALongLine(const QString &folder)
{
    const WinHost host;
    const QString file = host.logFolder() + u"/Big.evtx"_s;
    if (!host.error().isEmpty() || !writeNumbers(file, FarMegabytes))
        return {};
    TcpProxy proxy(host.port(), {.delay = 10ms});
    const RemoteTarget target{.host = u"127.0.0.1"_s, .port = proxy.port()};
    const auto access = std::make_shared<RemoteAccess>(remoteProgram());
    access->use(target, WinHost::admin());
    if (!access->host(target, Patience::of(10s)))
        return {};
    QFile copy(folder + u"/far"_s);
    if (!copy.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return {};
    QElapsedTimer clock;
    clock.start();
    const auto pulled = openLogOnShare(access, target, u"Big.evtx"_s, {}, copy.handle());
    if (!pulled || !(*pulled)->await(0, static_cast<std::size_t>((*pulled)->size())))
        return {};
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (contentOf(copy.fileName()) != contentOf(file))
        return {};
    const auto slow = oneAtATime(*access, target, file);
    if (!slow)
        return {};
    return Far{.ours = static_cast<double>((*pulled)->size()) / 1e6 / seconds, .oneAtATime = *slow};
}

void print(const char *name, const Rates &rates)
{
    const auto [least, most] = std::ranges::minmax(rates.ratios);
    std::printf("\"%s\": {\"ours\": %.1f, \"theirs\": %.1f, \"ratio\": %.4f, \"least\": %.4f, \"most\": %.4f}, ", name,
        median(rates.ours), median(rates.theirs), median(rates.ratios), least, most);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder(QFile::exists(u"/dev/shm"_s) ? u"/dev/shm/evident-bench-XXXXXX"_s : QString());
    if (WinHost().isMissing() || run(u"smbclient"_s, {u"--version"_s}).exitCode != 0)
        return 77;
    const auto isSigned = besideSmbclient({}, folder.path());
    const auto encrypted = besideSmbclient({u"server smb encrypt = required"_s}, folder.path());
    const auto far = overALongLine(folder.path());
    if (!isSigned || !encrypted || !far) {
        std::fputs("a copy failed, or was not the file\n", stderr);
        return 1;
    }
    std::printf("{");
    print("signed", *isSigned);
    print("encrypted", *encrypted);
    std::printf("\"far\": {\"ours\": %.2f, \"oneAtATime\": %.2f}}\n", far->ours, far->oneAtATime);
    return 0;
}
