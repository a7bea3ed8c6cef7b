// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/exportwords.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

using enum ExportColumn;

struct Heading {
    const char16_t *name; ///< folded
    ExportColumn column;
};

/// English comes first: Windows' own programs, PowerShell's property names, EvtxECmd, Log Parser.
constexpr std::array EnglishHeadings{
    Heading{u"level", EventLevel},
    Heading{u"leveldisplayname", EventLevel},
    Heading{u"entrytype", EventLevel},
    Heading{u"type", EventLevel},
    Heading{u"eventtype", ClassicType},
    Heading{u"eventtypename", Ignored},
    Heading{u"keywords", Keywords},
    Heading{u"keyword", Keywords},
    Heading{u"keywordsdisplaynames", Keywords},
    Heading{u"dateandtime", Time},
    Heading{u"timecreated", Time},
    Heading{u"timegenerated", Time},
    Heading{u"timewritten", Ignored},
    Heading{u"date", Date},
    Heading{u"time", Clock},
    Heading{u"source", Source},
    Heading{u"providername", Source},
    Heading{u"provider", Source},
    Heading{u"sourcename", Source},
    Heading{u"eventsourcename", SourceName},
    Heading{u"providerid", ProviderGuid},
    Heading{u"eventid", EventId},
    Heading{u"id", EventId},
    Heading{u"event", EventId},
    Heading{u"instanceid", Ignored},
    Heading{u"qualifiers", Qualifiers},
    Heading{u"version", Version},
    Heading{u"taskcategory", Task},
    Heading{u"task", Task},
    Heading{u"taskdisplayname", Task},
    Heading{u"category", Task},
    Heading{u"categorynumber", Task},
    Heading{u"eventcategory", Task},
    Heading{u"eventcategoryname", Task},
    Heading{u"operationalcode", Opcode},
    Heading{u"opcode", Opcode},
    Heading{u"opcodedisplayname", Opcode},
    Heading{u"user", User},
    Heading{u"userid", User},
    Heading{u"sid", User},
    Heading{u"username", UserName},
    Heading{u"computer", Computer},
    Heading{u"machinename", Computer},
    Heading{u"computername", Computer},
    Heading{u"log", Log},
    Heading{u"logname", Log},
    Heading{u"channel", Log},
    Heading{u"eventlog", Log},
    Heading{u"recordid", RecordId},
    Heading{u"eventrecordid", RecordId},
    Heading{u"index", RecordId},
    Heading{u"recordnumber", RecordNumber},
    Heading{u"processid", ProcessId},
    Heading{u"threadid", ThreadId},
    Heading{u"correlationid", ActivityId},
    Heading{u"activityid", ActivityId},
    Heading{u"relativecorrelationid", RelatedActivityId},
    Heading{u"relatedactivityid", RelatedActivityId},
    Heading{u"message", Message},
    Heading{u"description", Message},
    Heading{u"strings", Strings},
    Heading{u"payload", Payload},
    Heading{u"payloaddata1", PayloadPart},
    Heading{u"payloaddata2", PayloadPart},
    Heading{u"payloaddata3", PayloadPart},
    Heading{u"payloaddata4", PayloadPart},
    Heading{u"payloaddata5", PayloadPart},
    Heading{u"payloaddata6", PayloadPart},
    Heading{u"remotehost", PayloadPart},
    Heading{u"executableinfo", PayloadPart},
    Heading{u"processorid", Ignored},
    Heading{u"sessionid", Ignored},
    Heading{u"kerneltime", Ignored},
    Heading{u"usertime", Ignored},
    Heading{u"processortime", Ignored},
    Heading{u"chunknumber", Ignored},
    Heading{u"mapdescription", Ignored},
    Heading{u"hiddenrecord", Ignored},
    Heading{u"sourcefile", Ignored},
    Heading{u"extradataoffset", Ignored},
    Heading{u"containerlog", Ignored},
    Heading{u"matchedqueryids", Ignored},
    Heading{u"bookmark", Ignored},
    Heading{u"properties", Ignored},
    Heading{u"replacementstrings", Ignored},
    Heading{u"data", Ignored},
    Heading{u"site", Ignored},
    Heading{u"container", Ignored},
};

constexpr std::array ForeignHeadings{
    // German
    Heading{u"ebene", EventLevel},
    Heading{u"typ", EventLevel},
    Heading{u"schlüsselwörter", Keywords},
    Heading{u"datumunduhrzeit", Time},
    Heading{u"datum", Date},
    Heading{u"zeit", Clock},
    Heading{u"uhrzeit", Clock},
    Heading{u"quelle", Source},
    Heading{u"ereignisid", EventId},
    Heading{u"ereigniskennung", EventId},
    Heading{u"ereignis", EventId},
    Heading{u"aufgabenkategorie", Task},
    Heading{u"kategorie", Task},
    Heading{u"vorgangscode", Opcode},
    Heading{u"benutzer", User},
    Heading{u"protokoll", Log},
    Heading{u"protokollname", Log},
    Heading{u"prozessid", ProcessId},
    Heading{u"korrelationsid", ActivityId},
    Heading{u"beschreibung", Message},
    // French
    Heading{u"niveau", EventLevel},
    Heading{u"motsclés", Keywords},
    Heading{u"dateetheure", Time},
    Heading{u"heure", Clock},
    Heading{u"iddelévénement", EventId},
    Heading{u"iddel'événement", EventId},
    Heading{u"iddel’événement", EventId},
    Heading{u"événement", EventId},
    Heading{u"catégoriedelatâche", Task},
    Heading{u"catégoriedetâche", Task},
    Heading{u"catégorie", Task},
    Heading{u"utilisateur", User},
    Heading{u"ordinateur", Computer},
    Heading{u"journal", Log},
    Heading{u"nomdujournal", Log},
    // Spanish
    Heading{u"nivel", EventLevel},
    Heading{u"tipo", EventLevel},
    Heading{u"palabrasclave", Keywords},
    Heading{u"fechayhora", Time},
    Heading{u"fecha", Date},
    Heading{u"hora", Clock},
    Heading{u"origen", Source},
    Heading{u"iddelevento", EventId},
    Heading{u"iddeevento", EventId},
    Heading{u"id.delevento", EventId},
    Heading{u"id.deevento", EventId},
    Heading{u"identificadordelevento", EventId},
    Heading{u"evento", EventId},
    Heading{u"categoríadelatarea", Task},
    Heading{u"categoríadetarea", Task},
    Heading{u"categoría", Task},
    Heading{u"usuario", User},
    Heading{u"equipo", Computer},
    Heading{u"registro", Log},
    Heading{u"nombrederegistro", Log},
    Heading{u"nombredelregistro", Log},
    Heading{u"descripción", Message},
    // Italian
    Heading{u"livello", EventLevel},
    Heading{u"parolechiave", Keywords},
    Heading{u"dataeora", Time},
    Heading{u"ora", Clock},
    Heading{u"origine", Source},
    Heading{u"idevento", EventId},
    Heading{u"categoriaattività", Task},
    Heading{u"categoria", Task},
    Heading{u"utente", User},
    Heading{u"nomeregistro", Log},
    Heading{u"descrizione", Message},
    // Dutch
    Heading{u"trefwoorden", Keywords},
    Heading{u"datumentijd", Time},
    Heading{u"tijd", Clock},
    Heading{u"bron", Source},
    Heading{u"gebeurtenisid", EventId},
    Heading{u"gebeurtenis", EventId},
    Heading{u"taakcategorie", Task},
    Heading{u"gebruiker", User},
    Heading{u"logboek", Log},
    Heading{u"logboeknaam", Log},
    Heading{u"beschrijving", Message},
    // Portuguese
    Heading{u"nível", EventLevel},
    Heading{u"palavraschave", Keywords},
    Heading{u"dataehora", Time},
    Heading{u"fonte", Source},
    Heading{u"origem", Source},
    Heading{u"identificaçãodoevento", EventId},
    Heading{u"iddoevento", EventId},
    Heading{u"categoriadatarefa", Task},
    Heading{u"códigooperacional", Opcode},
    Heading{u"usuário", User},
    Heading{u"utilizador", User},
    Heading{u"computador", Computer},
    Heading{u"nomedolog", Log},
    Heading{u"nomederegisto", Log},
    Heading{u"nomedoregistro", Log},
    Heading{u"descrição", Message},
    Heading{u"identificaçãodoprocesso", ProcessId},
    Heading{u"identificaçãodethread", ThreadId},
    Heading{u"iddecorrelação", ActivityId},
    Heading{u"iddecorrelaçãorelativa", RelatedActivityId},
    Heading{u"nomedeorigemdoevento", SourceName},
    Heading{u"identificaçãodoprocessador", Ignored},
    Heading{u"identificaçãodasessão", Ignored},
    Heading{u"tempodokernel", Ignored},
    Heading{u"tempodousuário", Ignored},
    Heading{u"tempodoprocessador", Ignored},
    // Polish
    Heading{u"poziom", EventLevel},
    Heading{u"słowakluczowe", Keywords},
    Heading{u"dataigodzina", Time},
    Heading{u"data", Date},
    Heading{u"godzina", Clock},
    Heading{u"źródło", Source},
    Heading{u"identyfikatorzdarzenia", EventId},
    Heading{u"zdarzenie", EventId},
    Heading{u"kategoriazadania", Task},
    Heading{u"kategoria", Task},
    Heading{u"użytkownik", User},
    Heading{u"komputer", Computer},
    Heading{u"dziennik", Log},
    Heading{u"nazwadziennika", Log},
    Heading{u"opis", Message},
    // Russian
    Heading{u"уровень", EventLevel},
    Heading{u"тип", EventLevel},
    Heading{u"ключевыеслова", Keywords},
    Heading{u"датаивремя", Time},
    Heading{u"дата", Date},
    Heading{u"время", Clock},
    Heading{u"источник", Source},
    Heading{u"кодсобытия", EventId},
    Heading{u"идентификаторсобытия", EventId},
    Heading{u"событие", EventId},
    Heading{u"категориязадачи", Task},
    Heading{u"категориязадач", Task},
    Heading{u"категория", Task},
    Heading{u"пользователь", User},
    Heading{u"компьютер", Computer},
    Heading{u"журнал", Log},
    Heading{u"имяжурнала", Log},
    Heading{u"описание", Message},
    // Japanese
    Heading{u"レベル", EventLevel},
    Heading{u"種類", EventLevel},
    Heading{u"キーワード", Keywords},
    Heading{u"日付と時刻", Time},
    Heading{u"日付", Date},
    Heading{u"時刻", Clock},
    Heading{u"ソース", Source},
    Heading{u"イベントid", EventId},
    Heading{u"タスクのカテゴリ", Task},
    Heading{u"分類", Task},
    Heading{u"ユーザー", User},
    Heading{u"コンピューター", Computer},
    Heading{u"コンピュータ", Computer},
    Heading{u"ログ", Log},
    Heading{u"ログの名前", Log},
    Heading{u"説明", Message},
    // Chinese
    Heading{u"级别", EventLevel},
    Heading{u"類型", EventLevel},
    Heading{u"類別", EventLevel},
    Heading{u"等級", EventLevel},
    Heading{u"层次", EventLevel},
    Heading{u"关键字", Keywords},
    Heading{u"關鍵字", Keywords},
    Heading{u"日期和时间", Time},
    Heading{u"日期和時間", Time},
    Heading{u"日期及時間", Time},
    Heading{u"日期", Date},
    Heading{u"时间", Clock},
    Heading{u"時間", Clock},
    Heading{u"来源", Source},
    Heading{u"來源", Source},
    Heading{u"事件id", EventId},
    Heading{u"事件識別碼", EventId},
    Heading{u"事件", EventId},
    Heading{u"任务类别", Task},
    Heading{u"工作類別", Task},
    Heading{u"用户", User},
    Heading{u"使用者", User},
    Heading{u"计算机", Computer},
    Heading{u"電腦", Computer},
    Heading{u"日志", Log},
    Heading{u"日志名称", Log},
    Heading{u"記錄檔名稱", Log},
    Heading{u"描述", Message},
    // Korean
    Heading{u"수준", EventLevel},
    Heading{u"키워드", Keywords},
    Heading{u"날짜및시간", Time},
    Heading{u"날짜", Date},
    Heading{u"원본", Source},
    Heading{u"이벤트id", EventId},
    Heading{u"작업범주", Task},
    Heading{u"사용자", User},
    Heading{u"컴퓨터", Computer},
    Heading{u"로그", Log},
    Heading{u"로그이름", Log},
    Heading{u"설명", Message},
};

constexpr std::array LogNameLabels{
    u"logname",
    u"protokollname",
    u"nomdujournal",
    u"nombrederegistro",
    u"nombredelregistro",
    u"nomeregistro",
    u"logboeknaam",
    u"nomedolog",
    u"nomederegisto",
    u"nomedoregistro",
    u"nazwadziennika",
    u"имяжурнала",
    u"ログの名前",
    u"日志名称",
    u"記錄檔名稱",
    u"로그이름",
};

template<typename Table>
auto headingOf(const Table &table, const QString &word)
{
    return std::ranges::find_if(table, [&](const Heading &heading) { return word == QStringView(heading.name); });
}

} // namespace

QString foldedWord(QStringView text)
{
    QString word;
    word.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'-' && c != u'_' && c != u'\u200e' && c != u'\u200f')
            word += c.toLower();
    }
    return word;
}

ExportColumn columnOf(QStringView heading)
{
    if (heading.size() > 64)
        return Unknown;
    const QString word = foldedWord(heading);
    if (const auto at = headingOf(EnglishHeadings, word); at != EnglishHeadings.end())
        return at->column;
    const auto at = headingOf(ForeignHeadings, word);
    return at == ForeignHeadings.end() ? Unknown : at->column;
}

bool isLogNameLabel(QStringView label)
{
    return label.size() <= 64 && std::ranges::any_of(LogNameLabels, [word = foldedWord(label)](const char16_t *known) {
        return word == QStringView(known);
    });
}

bool isEnglish(QStringView heading)
{
    return heading.size() <= 64 && headingOf(EnglishHeadings, foldedWord(heading)) != EnglishHeadings.end();
}

} // namespace evident
