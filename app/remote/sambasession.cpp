// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sambasession.h"

#include "samba.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>

namespace evident {

namespace {

constexpr std::uint32_t InvalidParameter = 0xC000000D;
constexpr std::uint32_t InvalidHandle = 0xC0000008;
constexpr std::uint32_t NoMemory = 0xC0000017;
constexpr std::uint32_t Success = 0;

RemoteFailure failed(RemoteStep step, std::uint32_t status, const char *words = "")
{
    return {.status = status, .step = step, .words = words};
}

RemoteFailure failed(RemoteStep step, NTSTATUS status)
{
    return failed(step, NT_STATUS_V(status), nt_errstr(status));
}

void configure(loadparm_context *settings, const ConnectRequest &request)
{
    const char *oldest = request.smb1 == OldProtocol::Allowed ? "NT1" : "SMB2_02";
    const std::string port = std::to_string(request.port);
    const std::array<std::pair<const char *, const char *>, 12> lines{{
        {"smb ports", port.c_str()},
        {"client min protocol", oldest},
        {"client ipc min protocol", oldest},
        {"client max protocol", "SMB3_11"},
        {"client ipc max protocol", "SMB3_11"},
        {"client signing", "required"},
        {"client ipc signing", "required"},
        {"client NTLMv2 auth", "yes"},
        {"client lanman auth", "no"},
        {"client plaintext auth", "no"},
        {"netbios name", "EVIDENT"},
        {"log level", std::getenv("EVIDENT_REMOTE_DEBUG") != nullptr ? std::getenv("EVIDENT_REMOTE_DEBUG") : "0"},
    }};
    for (const auto &[name, value] : lines)
        lpcfg_set_cmdline(settings, name, value);
}

cli_credentials *credentialsFor(TALLOC_CTX *owner, loadparm_context *settings, const ConnectRequest &request)
{
    cli_credentials *credentials = cli_credentials_init(owner);
    if (credentials == nullptr)
        return nullptr;
    cli_credentials_set_conf(credentials, settings);
    cli_credentials_set_workstation(credentials, "EVIDENT", CRED_SPECIFIED);
    if (request.logon == LogonKind::Ticket) {
        cli_credentials_set_kerberos_state(credentials, CRED_USE_KERBEROS_REQUIRED, CRED_SPECIFIED);
        const char *cache = std::getenv("KRB5CCNAME");
        const char *problem = nullptr;
        // Without a cache named, the libraries look where krb5.conf says.
        cli_credentials_set_ccache(credentials, settings, cache, CRED_SPECIFIED, &problem);
        return credentials;
    }
    // "user@realm" may get a ticket for the password; what else stands in a name is the host's to understand.
    const bool hasRealm = request.user.find('@') != std::string::npos;
    if (hasRealm) {
        cli_credentials_parse_string(credentials, request.user.c_str(), CRED_SPECIFIED);
    } else {
        cli_credentials_set_username(credentials, request.user.c_str(), CRED_SPECIFIED);
        cli_credentials_set_domain(credentials, request.domain.c_str(), CRED_SPECIFIED);
    }
    cli_credentials_set_password(credentials, request.password.c_str(), CRED_SPECIFIED);
    cli_credentials_set_kerberos_state(
        credentials, hasRealm ? CRED_USE_KERBEROS_DESIRED : CRED_USE_KERBEROS_DISABLED, CRED_SPECIFIED);
    return credentials;
}

bool isAddress(const std::string &host, const std::string &address)
{
    return host == address || host.find(':') != std::string::npos;
}

GUID guidFrom(Bytes uuid)
{
    GUID guid{};
    guid.time_low = readLe<std::uint32_t>(uuid, 0);
    guid.time_mid = readLe<std::uint16_t>(uuid, 4);
    guid.time_hi_and_version = readLe<std::uint16_t>(uuid, 6);
    std::memcpy(guid.clock_seq, uuid.data() + 8, sizeof guid.clock_seq);
    std::memcpy(guid.node, uuid.data() + 10, sizeof guid.node);
    return guid;
}

/// Pipe names go into a binding string, where a comma or bracket would say something else.
bool isPipeName(const std::string &name)
{
    const auto isPlain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.'; };
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, isPlain);
}

} // namespace

struct SambaSession::Samba {
    TALLOC_CTX *memory = talloc_new(nullptr);
    tevent_context *events = tevent_context_init(memory);
    loadparm_context *settings = loadparm_init(memory);
    cli_credentials *credentials = nullptr;

    explicit Samba(const ConnectRequest &request)
    {
        tevent_loop_allow_nesting(events);
        configure(settings, request);
        credentials = credentialsFor(memory, settings, request);
    }
    Samba(const Samba &) = delete;
    Samba &operator=(const Samba &) = delete;
    // Nothing is freed: closing a session politely may wait for a host that hangs, and the process ends with us.
    ~Samba() = default;
};

struct SambaSession::Pipe {
    explicit Pipe(const PipeRequest &request)
        : endpoint("ncacn_np:[\\pipe\\" + request.pipe + "]")
        , name(request.pipe)
    {
        table.name = name.c_str();
        table.syntax_id.uuid = guidFrom(request.uuid);
        table.syntax_id.if_version = request.version;
        table.endpoints = &endpoints;
        table.authservices = &services;
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe() = default;

    std::string endpoint;
    std::string name;
    const char *endpointText = endpoint.c_str();
    const char *serviceText = "host";
    ndr_interface_string_array endpoints{.count = 1, .names = &endpointText};
    ndr_interface_string_array services{.count = 1, .names = &serviceText};
    ndr_interface_table table{};
    dcerpc_pipe *pipe = nullptr;
};

SambaSession::SambaSession(const ConnectRequest &request, std::string address)
    : m_address(std::move(address))
    , m_name(isAddress(request.host, m_address) ? std::string() : request.host)
{
    static const bool isReady = NT_STATUS_IS_OK(dcerpc_init());
    if (isReady)
        m_samba = std::make_unique<Samba>(request);
}

SambaSession::~SambaSession() = default;

std::expected<std::uint32_t, RemoteFailure> SambaSession::openPipe(const PipeRequest &request)
{
    const RemoteStep step = m_pipes.empty() ? RemoteStep::LogOn : RemoteStep::Pipe;
    if (!m_samba || m_samba->credentials == nullptr)
        return std::unexpected(failed(step, NoMemory, "Samba's libraries could not be set up"));
    if (!isPipeName(request.pipe))
        return std::unexpected(failed(step, InvalidParameter, "pipe name"));
    auto opened = std::make_unique<Pipe>(request);
    const std::string text = "ncacn_np:" + m_address + "[\\pipe\\" + request.pipe + ",seal"
        + (m_name.empty() ? std::string() : ",target_hostname=" + m_name) + "]";
    dcerpc_binding *binding = nullptr;
    NTSTATUS status = dcerpc_parse_binding(m_samba->memory, text.c_str(), &binding);
    if (!NT_STATUS_IS_OK(status))
        return std::unexpected(failed(step, status));
    status = m_pipes.empty() ? dcerpc_pipe_connect_b(m_samba->memory, &opened->pipe, binding, &opened->table,
                                   m_samba->credentials, m_samba->events, m_samba->settings)
                             : dcerpc_secondary_auth_connection(m_pipes.begin()->second->pipe, binding, &opened->table,
                                   m_samba->credentials, m_samba->settings, m_samba->memory, &opened->pipe);
    if (!NT_STATUS_IS_OK(status))
        return std::unexpected(failed(step, status));
    dcerpc_AuthType type{};
    dcerpc_AuthLevel level{};
    dcerpc_binding_handle_auth_info(opened->pipe->binding_handle, &type, &level);
    if (level != DCERPC_AUTH_LEVEL_PRIVACY) {
        RemoteFailure failure = failed(step, Success, "not sealed");
        failure.fact = FailureFact::NotSealed;
        return std::unexpected(failure);
    }
    m_pipes.emplace(++m_lastPipe, std::move(opened));
    return m_lastPipe;
}

std::expected<std::vector<std::uint8_t>, RemoteFailure> SambaSession::call(
    std::uint32_t pipe, std::uint16_t operation, Bytes stub)
{
    const auto found = m_pipes.find(pipe);
    if (found == m_pipes.end())
        return std::unexpected(failed(RemoteStep::Call, InvalidHandle, "no such pipe"));
    TALLOC_CTX *frame = talloc_new(m_samba->memory);
    uint8_t *reply = nullptr;
    size_t size = 0;
    uint32_t flags = 0;
    const NTSTATUS status = dcerpc_binding_handle_raw_call(found->second->pipe->binding_handle, nullptr, operation, 0,
        stub.data(), stub.size(), frame, &reply, &size, &flags);
    std::expected<std::vector<std::uint8_t>, RemoteFailure> answer;
    if (NT_STATUS_IS_OK(status))
        answer = std::vector<std::uint8_t>(reply, reply + size);
    else
        answer = std::unexpected(failed(RemoteStep::Call, status));
    talloc_free(frame);
    return answer;
}

void SambaSession::closePipe(std::uint32_t pipe)
{
    // The first pipe carries the session that the others stand on.
    const auto found = m_pipes.find(pipe);
    if (found == m_pipes.end() || found == m_pipes.begin())
        return;
    talloc_free(found->second->pipe);
    m_pipes.erase(found);
}

} // namespace evident
