// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotehost.h"

#include "remote/ntstatus.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

using namespace std::chrono_literals;

/// In the order of RemoteStep; part of what developers read.
constexpr std::array StepNames{"name", "port", "logon", "pipe", "call", "file", "read"};

const char *stepName(RemoteStep step)
{
    return StepNames.at(std::to_underlying(step));
}

ConnectRequest requestFor(const RemoteTarget &target, const Credentials &credentials)
{
    ConnectRequest request{.host = target.host.toStdString(),
        .port = target.port,
        .logon = credentials.kind,
        .smb1 = target.smb1,
        .user = credentials.user.toStdString(),
        .domain = credentials.domain.toStdString(),
        .password = {}};
    if (credentials.password)
        request.password = credentials.password->bytes().toStdString();
    return request;
}

} // namespace

/// A pipe that the child holds open.
class RemoteHost::Pipe final : public RpcPipe {
public:
    Pipe(RemoteHost &host, std::uint32_t handle)
        : m_host(host)
        , m_handle(handle)
    {
    }

    Result<QByteArray> call(std::uint16_t number, const QByteArray &stub, const Patience &patience) override
    {
        const Bytes bytes(
            reinterpret_cast<const std::uint8_t *>(stub.constData()), static_cast<std::size_t>(stub.size()));
        m_host.m_step = RemoteStep::Call;
        const auto reply =
            m_host.ask(MessageKind::Call, BodyWriter().u32(m_handle).u16(number).raw(bytes).take(), patience);
        if (!reply)
            return std::unexpected(reply.error());
        return QByteArray(reinterpret_cast<const char *>(reply->data()), static_cast<qsizetype>(reply->size()));
    }

private:
    RemoteHost &m_host;
    std::uint32_t m_handle;
};

RemoteHost::RemoteHost(std::unique_ptr<HostProcess> process, RemoteTarget target, const Credentials &credentials)
    : m_process(std::move(process))
    , m_target(std::move(target))
    , m_account(credentials.account())
    , m_isByTicket(credentials.kind == LogonKind::Ticket)
    , m_isProved(credentials.kind == LogonKind::Ticket && !m_target.isAddress())
{
}

RemoteHost::~RemoteHost() = default;

Result<std::shared_ptr<RemoteHost>> RemoteHost::connect(
    const QString &program, const RemoteTarget &target, const Credentials &credentials, const Patience &patience)
{
    auto process = HostProcess::start(program);
    if (!process)
        return std::unexpected(process.error());
    std::shared_ptr<RemoteHost> host(new RemoteHost(std::move(*process), target, credentials));
    if (const auto done = host->logOn(credentials, patience); !done)
        return std::unexpected(done.error());
    return host;
}

Result<void> RemoteHost::logOn(const Credentials &credentials, const Patience &patience)
{
    ConnectRequest request = requestFor(m_target, credentials);
    auto body = bodyOf(request);
    wipe(request.password);
    const auto reply = ask(MessageKind::Connect, std::move(body), patience);
    if (!reply)
        return std::unexpected(reply.error());
    const auto answer = connectAnswerFrom(*reply);
    if (!answer)
        return failure(ErrorCode::BadReply, "answer to Connect", {.source = m_target.text()});
    m_address = QString::fromStdString(answer->address);
    const auto [at, isNew] = m_pipes.emplace(ServerInterface.pipe, std::make_unique<Pipe>(*this, answer->pipe));
    m_info = askServerInfo(*at->second, patience);
    if (m_info || isAlive())
        return {}; // a computer that does not say its name can still be asked
    return std::unexpected(m_info.error());
}

Error RemoteHost::errorFrom(const RemoteFailure &failure)
{
    if (!failure.address.empty())
        m_address = QString::fromStdString(failure.address);
    const std::uint32_t native = failure.status != 0 ? failure.status : failure.systemError;
    Error error{.code = errorCodeOf(failure),
        .what = stepName(failure.step),
        .place = {.source = m_target.text()},
        .native = static_cast<int>(native),
        .detail = m_address};
    if (failure.fact == FailureFact::NoShare || failure.fact == FailureFact::ShareRefused)
        error.what = ShareSubject;
    if (failure.fact == FailureFact::NotSealed)
        error.what = SealSubject;
    // Without a ticket the libraries give up before the host is asked, with many a code.
    if (m_isByTicket && failure.step == RemoteStep::LogOn && error.code == ErrorCode::RemoteRefused)
        error.code = ErrorCode::LogonRefused;
    if (error.code == ErrorCode::ConnectionLost)
        m_isLost = true;
    return error;
}

Result<std::vector<std::uint8_t>> RemoteHost::ask(
    MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience, int handedOver)
{
    const auto note = [this](const ConnectProgress &progress) {
        m_step = progress.step;
        m_address = QString::fromStdString(progress.address);
    };
    auto message = m_process->ask(kind, std::move(body), patience, note, handedOver);
    if (!message) {
        Error error = message.error();
        error.what = error.code == ErrorCode::TimedOut ? stepName(m_step) : error.what;
        error.place.source = m_target.text();
        error.detail = m_address;
        m_isLost = true;
        return std::unexpected(std::move(error));
    }
    if (message->kind == MessageKind::Done)
        return std::move(message->body);
    if (const auto failure = remoteFailureFrom(message->body))
        return std::unexpected(errorFrom(*failure));
    return failure(ErrorCode::BadReply, "failure of evident-remote", {.source = m_target.text()});
}

Result<std::unique_lock<std::timed_mutex>> RemoteHost::hold(const Patience &patience)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    while (!lock.try_lock_for(20ms)) {
        if (patience.isCancelled())
            return failure(ErrorCode::Cancelled, "cancelled", {.source = m_target.text()});
        if (std::chrono::steady_clock::now() >= patience.until)
            return failure(ErrorCode::TimedOut, "busy", {.source = m_target.text()});
    }
    return lock;
}

Result<RpcPipe *> RemoteHost::pipe(const RpcInterface &interface, const Patience &patience)
{
    if (const auto found = m_pipes.find(interface.pipe); found != m_pipes.end())
        return found->second.get();
    const PipeRequest request{
        .pipe = interface.pipe, .uuid = {interface.uuid.begin(), interface.uuid.end()}, .version = interface.version};
    m_step = RemoteStep::Pipe;
    const auto reply = ask(MessageKind::OpenPipe, bodyOf(request), patience);
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->size() != sizeof(std::uint32_t))
        return failure(ErrorCode::BadReply, "answer to OpenPipe", {.source = m_target.text()});
    auto opened = std::make_unique<Pipe>(*this, readLe<std::uint32_t>(*reply, 0));
    return m_pipes.emplace(interface.pipe, std::move(opened)).first->second.get();
}

Result<std::vector<std::uint8_t>> RemoteHost::askForFile(
    MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience, int handedOver)
{
    m_step = kind == MessageKind::ReadFile ? RemoteStep::Read : RemoteStep::File;
    return ask(kind, std::move(body), patience, handedOver);
}

Result<std::vector<FolderEntry>> RemoteHost::listFolder(const FileRequest &folder, const Patience &patience)
{
    const auto reply = askForFile(MessageKind::ListFolder, bodyOf(folder), patience);
    if (!reply)
        return std::unexpected(reply.error());
    auto entries = folderFrom(*reply);
    if (!entries)
        return failure(ErrorCode::BadReply, "answer to ListFolder", {.source = m_target.text()});
    return std::move(*entries);
}

Result<FileFacts> RemoteHost::lookAtFile(const FileRequest &file, const Patience &patience)
{
    const auto reply = askForFile(MessageKind::LookAtFile, bodyOf(file), patience);
    if (!reply)
        return std::unexpected(reply.error());
    const auto facts = fileFactsFrom(*reply);
    if (!facts)
        return failure(ErrorCode::BadReply, "answer to LookAtFile", {.source = m_target.text()});
    return *facts;
}

Result<OpenedFile> RemoteHost::openFile(const FileRequest &file, int into, const Patience &patience)
{
    const auto reply = askForFile(MessageKind::OpenFile, bodyOf(file), patience, into);
    if (!reply)
        return std::unexpected(reply.error());
    const auto opened = openedFileFrom(*reply);
    if (!opened)
        return failure(ErrorCode::BadReply, "answer to OpenFile", {.source = m_target.text()});
    return *opened;
}

Result<std::uint32_t> RemoteHost::readFile(const FileRead &read, const Patience &patience)
{
    const auto reply = askForFile(MessageKind::ReadFile, bodyOf(read), patience);
    if (!reply)
        return std::unexpected(reply.error());
    const std::uint32_t came = reply->size() == sizeof(std::uint32_t) ? readLe<std::uint32_t>(*reply, 0) : UINT32_MAX;
    if (came > read.length)
        return failure(ErrorCode::BadReply, "answer to ReadFile", {.source = m_target.text()});
    return came;
}

void RemoteHost::closeFile(std::uint32_t handle, const Patience &patience)
{
    std::ignore = askForFile(MessageKind::CloseFile, BodyWriter().u32(handle).take(), patience);
}

std::optional<RpcHandle> &RemoteHost::standingHandle(const RpcInterface &interface)
{
    return m_handles[interface.pipe];
}

} // namespace evident
