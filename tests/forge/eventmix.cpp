// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/eventmix.h"

#include <array>
#include <string>

namespace forge {

namespace {

constexpr std::uint64_t Start = 1'700'000'000;

template<std::size_t Count>
std::u16string pick(EventMix &mix, const std::array<const char16_t *, Count> &from)
{
    return from.at(mix.below(Count));
}

std::u16string decimal(std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
}

std::string guid(EventMix &mix)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string text = "{00000000-0000-0000-0000-000000000000}";
    for (char &c : text) {
        if (c == '0')
            c = Digits.at(mix.below(16));
    }
    return text;
}

std::string accountSid(EventMix &mix)
{
    return mix.below(4) == 0 ? sid({18}) : sid({21, 1'004'336'348, 1'177'238'915, 682'003'330, 1000 + mix.below(200)});
}

constexpr std::array Accounts{u"SYSTEM", u"anna.weber", u"svc_backup", u"Jürgen.Groß", u"DESK12$", u"administrator"};
constexpr std::array Services{u"Windows Update", u"Background Intelligent Transfer Service", u"Druckwarteschlange",
    u"Gerätesetup-Manager", u"WMI Performance Adapter", u"Volume Shadow Copy", u"Remote Registry", u"印刷スプーラー"};
constexpr std::array Programs{u"C:\\Windows\\System32\\svchost.exe", u"C:\\Windows\\System32\\cmd.exe",
    u"C:\\Program Files\\Git\\bin\\git.exe", u"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
    u"C:\\Program Files (x86)\\Lindenhof\\Kasse & Lager\\kasse.exe", u"C:\\Windows\\System32\\taskhostw.exe"};

void manifest(EvtxEvent &event, std::u16string_view provider, std::string_view guidText, std::u16string_view channel)
{
    event.provider = provider;
    event.guid = guidText;
    event.channel = channel;
    event.version = 0;
}

void security(EvtxEvent &event, std::uint16_t id, std::uint16_t task)
{
    manifest(event, u"Microsoft-Windows-Security-Auditing", "{54849625-5478-4994-A5BA-3E3B0328C30D}", u"Security");
    event.eventId = id;
    event.task = task;
    event.level = 0;
    event.keywords = 0x8020000000000000;
}

void logon(EventMix &mix, EvtxEvent &event)
{
    security(event, 4624, 12544);
    event.version = 2;
    event.activity = mix.below(3) == 0 ? guid(mix) : std::string();
    event.data.values = {{u"SubjectUserSid", sidValue(sid({18}))}, {u"SubjectUserName", text(u"FILE02$")},
        {u"SubjectDomainName", text(u"LINDENHOF")}, {u"SubjectLogonId", hex64(0x3e7)},
        {u"TargetUserSid", sidValue(accountSid(mix))}, {u"TargetUserName", text(pick(mix, Accounts))},
        {u"TargetDomainName", text(u"LINDENHOF")}, {u"TargetLogonId", hex64(0x10000 + mix.below(0x7fffffff))},
        {u"LogonType", uint32(2 + mix.below(4))}, {u"LogonProcessName", text(u"Advapi  ")},
        {u"AuthenticationPackageName", text(u"Negotiate")}, {u"WorkstationName", text(u"-")},
        {u"LogonGuid", guidValue(guidBytes(guid(mix)))}, {u"TransmittedServices", text(u"-")},
        {u"LmPackageName", text(u"-")}, {u"KeyLength", uint32(0)}, {u"ProcessId", hex64(0x2c8)},
        {u"ProcessName", text(u"C:\\Windows\\System32\\services.exe")},
        {u"IpAddress", text(u"10.1.2." + decimal(mix.below(255)))}, {u"IpPort", text(decimal(mix.below(65'536)))},
        {u"ImpersonationLevel", text(u"%%1833")}};
}

void logoff(EventMix &mix, EvtxEvent &event)
{
    security(event, 4634, 12545);
    event.data.values = {{u"TargetUserSid", sidValue(accountSid(mix))}, {u"TargetUserName", text(pick(mix, Accounts))},
        {u"TargetDomainName", text(u"LINDENHOF")}, {u"TargetLogonId", hex64(0x10000 + mix.below(0x7fffffff))},
        {u"LogonType", uint32(3)}};
}

void privileges(EventMix &mix, EvtxEvent &event)
{
    security(event, 4672, 12548);
    event.data.values = {{u"SubjectUserSid", sidValue(sid({18}))}, {u"SubjectUserName", text(pick(mix, Accounts))},
        {u"SubjectDomainName", text(u"NT AUTHORITY")}, {u"SubjectLogonId", hex64(0x3e7)},
        {u"PrivilegeList",
            text(u"SeAssignPrimaryTokenPrivilege\r\n\t\t\tSeTcbPrivilege\r\n\t\t\tSeSecurityPrivilege\r\n\t\t\t"
                 u"SeTakeOwnershipPrivilege\r\n\t\t\tSeLoadDriverPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\t"
                 u"SeRestorePrivilege\r\n\t\t\tSeDebugPrivilege\r\n\t\t\tSeImpersonatePrivilege")}};
}

void process(EventMix &mix, EvtxEvent &event)
{
    security(event, 4688, 13312);
    event.version = 2;
    event.data.values = {{u"SubjectUserSid", sidValue(accountSid(mix))},
        {u"SubjectUserName", text(pick(mix, Accounts))}, {u"SubjectDomainName", text(u"LINDENHOF")},
        {u"SubjectLogonId", hex64(mix.below(0x7fffffff))}, {u"NewProcessId", hex64(4 * mix.below(20'000))},
        {u"NewProcessName", text(pick(mix, Programs))}, {u"TokenElevationType", text(u"%%1936")},
        {u"ProcessId", hex64(4 * mix.below(2000))},
        {u"CommandLine",
            text(u"\"" + pick(mix, Programs) + u"\" --config=\"C:\\ProgramData\\Lindenhof\\jobs\\"
                + decimal(mix.below(5000)) + u".json\" > nul 2>&1")},
        {u"TargetUserSid", sidValue(sid({0}))}, {u"TargetUserName", text(u"-")}, {u"TargetDomainName", text(u"-")},
        {u"TargetLogonId", hex64(0)}, {u"ParentProcessName", text(pick(mix, Programs))},
        {u"MandatoryLabel", sidValue(sid({16, 16'384}))}};
}

void connection(EventMix &mix, EvtxEvent &event)
{
    security(event, 5156, 12810);
    event.version = 1;
    event.data.values = {{u"ProcessID", uint64(4 * mix.below(2000))},
        {u"Application", text(u"\\device\\harddiskvolume2\\windows\\system32\\svchost.exe")},
        {u"Direction", text(u"%%14593")}, {u"SourceAddress", text(u"10.1.2." + decimal(mix.below(255)))},
        {u"SourcePort", text(decimal(mix.below(65'536)))}, {u"DestAddress", text(u"10.1.0.1")},
        {u"DestPort", text(u"53")}, {u"Protocol", uint32(17)}, {u"FilterRTID", uint64(70'000 + mix.below(300))},
        {u"LayerName", text(u"%%14611")}, {u"LayerRTID", uint64(48)}, {u"RemoteUserID", sidValue(sid({0}))},
        {u"RemoteMachineID", sidValue(sid({0}))}};
}

void service(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Service Control Manager", "{555908D1-A6D7-4695-8E1E-26931D2012F4}", u"System");
    event.sourceName = u"Service Control Manager";
    event.eventId = 7036;
    event.qualifiers = 16'384;
    event.keywords = 0x8080000000000000;
    event.data.values = {
        {u"param1", text(pick(mix, Services))}, {u"param2", text(mix.below(2) == 0 ? u"running" : u"stopped")}};
    event.data.binary = std::string("w\0u\0a\0u\0s\0e\0r\0v\0/\0"
                                    "4\0\0\0",
        22);
}

void serviceFailure(EventMix &mix, EvtxEvent &event)
{
    service(mix, event);
    event.eventId = mix.below(2) == 0 ? 7000 : 7009;
    event.qualifiers = 49'152;
    event.level = 2;
    event.data.values[1] = {u"param2", text(event.eventId == 7000 ? u"%%1053" : u"30000")};
}

void nameResolution(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Microsoft-Windows-DNS-Client", "{1C95126E-7EEA-49A9-A3FE-A378B03DDB4D}", u"System");
    event.eventId = 1014;
    event.level = 3;
    event.task = 1014;
    event.keywords = 0x4000000010000000;
    event.sid = sid({20});
    event.data.values = {{u"QueryName", text(u"host" + decimal(mix.below(1000)) + u".lindenhof.example")},
        {u"AddressLength", uint32(128)}, {u"Address", binary(std::string(128, '\5'))}, {u"ClientPID", uint32(1204)}};
}

void hive(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Microsoft-Windows-Kernel-General", "{A68CA8B7-004F-D7B6-A698-07E2DE0F1F5D}", u"System");
    event.eventId = 16;
    event.sid = sid({18});
    const std::u16string name =
        u"\\??\\C:\\Users\\" + pick(mix, Accounts) + u"\\AppData\\Local\\Microsoft\\Windows\\UsrClass.dat";
    event.data.values = {{u"HiveNameLength", uint16(static_cast<std::uint16_t>(name.size()))},
        {u"HiveName", text(name)}, {u"KeysUpdated", uint32(mix.below(500))}, {u"DirtyPages", uint32(mix.below(90))}};
}

void scriptBlock(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Microsoft-Windows-PowerShell", "{A0C1853B-5C40-4B15-8766-3CF1C58F985A}",
        u"Microsoft-Windows-PowerShell/Operational");
    event.eventId = 4104;
    event.version = 1;
    event.level = 5;
    event.task = 2;
    event.opcode = 15;
    event.activity = guid(mix);
    event.sid = accountSid(mix);
    std::u16string script;
    for (std::uint32_t lines = 4 + mix.below(28); lines > 0; --lines) {
        script += u"    if ($Service.Status -ne \"Running\" -and $count -lt " + decimal(lines)
            + u") { Write-Warning \"Dienst '$name' läuft nicht: <$($_.Exception.Message)>\" }\r\n";
    }
    event.data.values = {{u"MessageNumber", uint32(1)}, {u"MessageTotal", uint32(1)},
        {u"ScriptBlockText", text(script)},
        {u"ScriptBlockId", text(u"b1a0c8c4-4b7a-4d1c-9c60-0f6b7a2f" + decimal(1000 + mix.below(9000)))},
        {u"Path", text(u"C:\\Skripte\\Überwachung.ps1")}};
}

void crash(EventMix &mix, EvtxEvent &event)
{
    event.provider = u"Application Error";
    event.channel = u"Application";
    event.eventId = 1000;
    event.qualifiers = 0;
    event.level = 2;
    event.task = 100;
    event.keywords = 0x0080000000000000;
    event.data.strings = {u"kasse.exe", u"7.4.1." + decimal(mix.below(90)), u"5f8c2f1a", u"ntdll.dll", u"10.0.17763.1",
        u"c0000005", u"000000000005c2f1", decimal(4 * mix.below(5000)), u"01d6a2c4b1f0e3d2", pick(mix, Programs),
        u"C:\\Windows\\SYSTEM32\\ntdll.dll", u"6c7bb7f0-3bf4-4b4a-9a0e-5f0d3f0c7e11"};
}

void counters(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Microsoft-Windows-Perflib", "{13B197BD-7CEE-4B4E-8DD0-59314CE374CE}", u"Application");
    event.sourceName = u"Perflib";
    event.eventId = 1008;
    event.level = 2;
    event.keywords = 0x80000000000000;
    event.user = UserElement{.root = u"EventXML",
        .xmlns = u"Perflib",
        .values = {{u"param1", text(mix.below(3) == 0 ? u"MSExchangeIMC" : u"BITS")},
            {u"param2", text(u"C:\\Windows\\System32\\bitsperf.dll")}, {u"binaryDataSize", uint32(4)},
            {u"binaryData", binary(std::string_view("\2\0\0\0", 4))}}};
}

void component(EventMix &mix, EvtxEvent &event)
{
    manifest(event, u"Microsoft-Windows-DistributedCOM", "{1B562E86-B7AA-4131-BADC-B6F3A001407E}", u"System");
    event.sourceName = u"DCOM";
    event.eventId = 10'016;
    event.qualifiers = 0;
    event.level = 3;
    event.keywords = 0x8080000000000000;
    event.sid = accountSid(mix);
    event.data.values = {{u"param1", text(u"application-specific")}, {u"param2", text(u"Local")},
        {u"param3", text(u"Activation")}, {u"param4", text(u"{D63B10C5-BB46-4990-A94F-E40B9D520160}")},
        {u"param5", text(u"{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}")}, {u"param6", text(u"NT AUTHORITY")},
        {u"param7", text(pick(mix, Accounts))}, {u"param8", text(u"S-1-5-18")},
        {u"param9", text(u"LocalHost (Using LRPC)")}, {u"param10", text(u"Unavailable")},
        {u"param11", text(u"Unavailable")}};
}

struct Share {
    void (*make)(EventMix &, EvtxEvent &);
    std::uint32_t whole; ///< of 1000
    std::uint32_t terse;
};
constexpr std::array Shares{Share{logon, 130, 0}, Share{logoff, 110, 350}, Share{privileges, 90, 0},
    Share{process, 110, 0}, Share{connection, 160, 0}, Share{service, 150, 450}, Share{serviceFailure, 12, 40},
    Share{nameResolution, 60, 0}, Share{hive, 80, 110}, Share{scriptBlock, 18, 0}, Share{crash, 20, 0},
    Share{counters, 20, 50}, Share{component, 40, 0}};

} // namespace

EventMix::EventMix(MixKind kind)
    : m_kind(kind)
    , m_time(fileTimeOf(Start))
{
}

std::uint32_t EventMix::below(std::uint32_t limit)
{
    return static_cast<std::uint32_t>(m_random() % limit);
}

EvtxEvent EventMix::next()
{
    EvtxEvent event;
    m_time += below(20'000'000);
    event.time = below(200) == 0 ? m_time - below(100'000) : m_time;
    event.computer = u"FILE02.lindenhof.example";
    event.process = 600 + 4 * below(40);
    event.thread = 1000 + 4 * below(200);
    std::uint32_t chosen = below(1000);
    for (const Share &share : Shares) {
        const std::uint32_t weight = m_kind == MixKind::Whole ? share.whole : share.terse;
        if (chosen < weight) {
            share.make(*this, event);
            break;
        }
        chosen -= weight;
    }
    ++m_number;
    return event;
}

} // namespace forge
