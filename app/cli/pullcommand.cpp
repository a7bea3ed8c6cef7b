// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "commands.h"
#include "console.h"
#include "errortext.h"
#include "formats/evtxsaver.h"
#include "formats/openlog.h"
#include "interrupt.h"
#include "output.h"
#include "remote/ntstatus.h"
#include "remote/pull.h"
#include "session/loadjobs.h"
#include "sources/filesource.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct PullCommandWords {
    Q_DECLARE_TR_FUNCTIONS(PullCommand)
};

enum class Via : std::uint8_t { Share, Calls };

bool isEvtx(const QString &name)
{
    return name.endsWith(".evtx"_L1, Qt::CaseInsensitive);
}

/// What is wanted, once it makes sense.
struct Wanted {
    RemoteTarget target;
    QString log; ///< by share: the file's name
    Via via = Via::Share;
    std::uint32_t newest = 0;
    std::optional<std::uint32_t> since;
};

std::expected<Wanted, QString> wantedFrom(const Arguments &arguments)
{
    if (arguments.operands().size() != 2)
        return std::unexpected(PullCommandWords::tr("A computer and one of its logs are needed: MAIL01 System.evtx."));
    const auto target = RemoteTarget::from(arguments.operands().front());
    if (!target)
        return std::unexpected(
            PullCommandWords::tr("%1 is no computer's name or address, with a port where it is not 445: MAIL01, "
                                 "10.1.2.3:4450, [fe80::1]:4450.")
                .arg(arguments.operands().front()));
    Wanted wanted;
    wanted.target = *target;
    wanted.log = arguments.operands().back();
    const QString via = arguments.value(u"via"_s);
    if (!via.isEmpty() && via != "share"_L1 && via != "rpc"_L1)
        return std::unexpected(PullCommandWords::tr("--via takes share or rpc."));
    wanted.via = via == "rpc"_L1 || (via.isEmpty() && !isEvtx(wanted.log)) ? Via::Calls : Via::Share;
    if (wanted.via == Via::Share && !isEvtx(wanted.log))
        wanted.log = fileNameOfLog(wanted.log);
    if (wanted.via == Via::Calls && isEvtx(wanted.log))
        wanted.log = logNameOfFile(wanted.log);
    if (wanted.via == Via::Calls && !canBeClassicLog(wanted.log))
        return std::unexpected(
            PullCommandWords::tr("%1 is no classic log, and others cannot be asked for by calls. Copy "
                                 "its file: %2.")
                .arg(wanted.log, fileNameOfLog(wanted.log)));
    return wanted;
}

/// Reads --newest and --since into @p wanted; a sentence when they make no sense.
QString readLimits(const Arguments &arguments, Wanted &wanted)
{
    if (arguments.has(u"newest"_s)) {
        bool isNumber = false;
        wanted.newest = arguments.value(u"newest"_s).toUInt(&isNumber);
        if (!isNumber || wanted.newest == 0)
            return PullCommandWords::tr("--newest takes a number of events.");
    }
    if (arguments.has(u"since"_s)) {
        const QDateTime time = QDateTime::fromString(arguments.value(u"since"_s), Qt::ISODate);
        if (!time.isValid() || time.toSecsSinceEpoch() < 0 || time.toSecsSinceEpoch() > 0xffffffffLL)
            return PullCommandWords::tr("--since takes a time such as 2026-03-01 or 2026-03-01T08:30:00+01:00.");
        wanted.since = static_cast<std::uint32_t>(time.toSecsSinceEpoch());
    }
    return {};
}

/// Gets the log and writes it; remembers what was missing.
class Pull {
public:
    Pull(const Arguments &arguments, Wanted wanted, const Credentials &credentials)
        : m_wanted(std::move(wanted))
        , m_path(arguments.value(u"o"_s))
        , m_access(std::make_shared<RemoteAccess>())
        , m_progress(arguments.has(u"q"_s) ? Progress::Shown::Never : Progress::Shown::OnTerminal)
    {
        m_wanted.target.smb1 = oldProtocolFrom(arguments);
        m_access->use(m_wanted.target, credentials);
    }

    ExitCode run()
    {
        const auto done = m_wanted.via == Via::Calls ? askForRecords() : isForAll() ? copyFile() : readNewest();
        if (interrupted())
            return ExitCode::Cancelled;
        if (!done) {
            say(errorText(done.error()));
            return ExitCode::Nothing;
        }
        return m_isPart ? ExitCode::Partly : ExitCode::Done;
    }

private:
    /// A file is filled by who reads the other one; what only takes one byte behind the other gets them from here.
    Result<void> copyFile()
    {
        auto output = Output::open(m_path);
        if (!output)
            return std::unexpected(output.error());
        const auto into = output->file() ? std::optional<int>(output->file()->handle()) : std::nullopt;
        const auto file = openLogOnShare(m_access, m_wanted.target, m_wanted.log, interruptFlag(), into);
        if (!file)
            return std::unexpected(file.error());
        std::vector<std::uint8_t> piece(Piece);
        for (std::uint64_t at = 0; at < (*file)->size() && !m_isPart;) {
            auto got = (*file)->await(at, Piece);
            if (!got)
                got = lengthOfRest(**file, at, got.error());
            if (!got)
                return std::unexpected(got.error());
            if (*got == 0)
                break;
            if (const auto passed = into ? Result<void>() : passOn(**file, at, std::span(piece).first(*got), *output);
                !passed)
                return passed;
            at += *got;
            m_progress.tell((*file)->name(), at, (*file)->size());
        }
        if (into && ftruncate(*into, static_cast<off_t>((*file)->arrivedFromFront())) != 0)
            return failure(ErrorCode::WriteFailed, "output", {.source = m_path}, errno);
        return output->finish();
    }

    [[nodiscard]] bool isForAll() const { return m_wanted.newest == 0 && !m_wanted.since; }

    /// Of a file the chunks that were written last, and none of the others.
    Result<void> readNewest()
    {
        Names names;
        const auto reader = [&](SmbPath path) {
            path.wish = {.newest = m_wanted.newest, .since = m_wanted.since};
            return openLogFile(path.text(), names, m_access, interruptFlag(), &m_trouble);
        };
        auto newest = reader(logFolderBelowAdmin(m_wanted.target).below(m_wanted.log));
        if (!newest && isAbout(newest.error(), ShareSubject)) {
            auto other = reader(logFolderBelowC(m_wanted.target).below(m_wanted.log));
            newest = other ? std::move(other) : std::move(newest);
        }
        if (!newest)
            return std::unexpected(newest.error());
        if (m_trouble) {
            m_isPart = true;
            say(errorText(*m_trouble));
        }
        const ByteSource &source = (*newest)->source();
        std::vector<std::uint8_t> bytes(static_cast<std::size_t>(source.size()));
        const auto got = source.read(0, bytes);
        auto output = got ? Output::open(m_path) : std::unexpected(got.error());
        if (!output)
            return std::unexpected(output.error());
        const auto written = output->write(std::string_view(reinterpret_cast<const char *>(bytes.data()), *got));
        return written ? output->finish() : written;
    }

    static Result<void> passOn(const RemoteFile &file, std::uint64_t at, std::span<std::uint8_t> piece, Output &output)
    {
        const auto got = file.read(at, piece);
        if (!got)
            return std::unexpected(got.error());
        return output.write(std::string_view(reinterpret_cast<const char *>(piece.data()), *got));
    }

    /// What arrived before a failure is kept, and said to be a part; a failure at once is a failure.
    Result<std::size_t> lengthOfRest(const RemoteFile &file, std::uint64_t at, const Error &error)
    {
        const std::uint64_t there = file.arrivedFromFront();
        if (interrupted() || there == 0)
            return std::unexpected(error);
        m_isPart = true;
        say(errorText(error));
        const QLocale locale;
        say(PullCommandWords::tr("Only the first %1 of %2 bytes came; they were written.")
                .arg(locale.toString(there), locale.toString(file.size())));
        return static_cast<std::size_t>(std::min<std::uint64_t>(there - std::min(there, at), Piece));
    }

    Result<void> askForRecords()
    {
        const ClassicLocation location{
            .target = m_wanted.target, .log = m_wanted.log, .newest = m_wanted.newest, .since = m_wanted.since};
        const auto pulled = pullClassicLog(*m_access, location, 0, interruptFlag(),
            [&](std::uint64_t came, std::uint64_t expected) { m_progress.tell(location.text(), came, expected); });
        if (!pulled)
            return std::unexpected(pulled.error());
        if (pulled->trouble) {
            m_isPart = true;
            say(errorText(*pulled->trouble));
            say(PullCommandWords::tr(
                "The newest %n event(s) came; they were written.", nullptr, static_cast<int>(pulled->count)));
        }
        auto output = Output::open(m_path);
        if (!output)
            return std::unexpected(output.error());
        const auto written = isEvtx(m_path) ? convert(pulled->evt, *output) : output->write(pulled->evt);
        return written ? output->finish() : written;
    }

    Result<void> convert(const QByteArray &evt, Output &output)
    {
        Names names;
        const auto reader = openLog(std::make_shared<const MemorySource>(m_wanted.log, evt), names);
        if (!reader)
            return std::unexpected(reader.error());
        EvtxSaver saver(*output.file());
        for (std::size_t part = 0; part < (*reader)->partCount(); ++part) {
            const auto added = saver.addPart(**reader, part);
            if (!added)
                return std::unexpected(added.error());
            m_isPart = m_isPart || !added->damages.empty();
        }
        if (!saver.leftOut().empty()) {
            m_isPart = true;
            say(PullCommandWords::tr("%n event(s) are larger than an .evtx can hold one and were left out.", nullptr,
                static_cast<int>(saver.leftOut().size())));
        }
        return saver.finish();
    }

    static constexpr std::size_t Piece = std::size_t{1} << 20;

    Wanted m_wanted;
    QString m_path;
    std::shared_ptr<RemoteAccess> m_access;
    Progress m_progress;
    bool m_isPart = false;
    std::optional<Error> m_trouble; ///< why there may be more
};

ExitCode run(const Arguments &arguments, const QString & /*language*/)
{
    const auto wrong = [](const QString &sentence) {
        say(sentence);
        return ExitCode::Usage;
    };
    auto wanted = wantedFrom(arguments);
    if (!wanted)
        return wrong(wanted.error());
    if (const QString sentence = readLimits(arguments, *wanted); !sentence.isEmpty())
        return wrong(sentence);
    const QString path = arguments.value(u"o"_s);
    const bool isToStandard = path.isEmpty() || path == u"-";
    if (isToStandard && isatty(STDOUT_FILENO) != 0)
        return wrong(PullCommandWords::tr("A log is nothing to read on a terminal: -o FILE says where to write it."));
    if (wanted->via == Via::Share && path.endsWith(".evt"_L1, Qt::CaseInsensitive))
        return wrong(
            PullCommandWords::tr("An .evtx cannot become an .evt. Name the output .evtx, or ask by --via rpc."));
    if (arguments.has(u"password-file"_s) && !arguments.has(u"user"_s))
        return wrong(PullCommandWords::tr("--password-file belongs to --user."));
    const auto credentials = credentialsFrom(arguments, wanted->target);
    if (!credentials) {
        say(credentials.error().sentence);
        return credentials.error().code;
    }
    return Pull(arguments, std::move(*wanted), *credentials).run();
}

} // namespace

Command pullCommand()
{
    Command command{
        .grammar =
            {
                .command = u"pull"_s,
                .operands = u"HOST[:PORT] LOG"_s,
                .summary = PullCommandWords::tr("Copies a log of another computer: System.evtx is its file, System the "
                                                "classic log, written as .evt."),
                .options =
                    {
                        {u"via"_s, u"share|rpc"_s,
                            PullCommandWords::tr("By the file on ADMIN$ or C$, or by calls to the event log service; "
                                                 "otherwise as the log's name says.")},
                        {u"newest"_s, u"N"_s,
                            PullCommandWords::tr(
                                "Only the newest N events; of a file its newest chunks alone are read.")},
                        {u"since"_s, u"TIME"_s,
                            PullCommandWords::tr("Only events written since then, 2026-03-01T08:30:00Z.")},
                    },
            },
        .run = run,
    };
    for (Option &option : accountOptions())
        command.grammar.options.push_back(std::move(option));
    return command;
}

} // namespace evident
