// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/exportwords.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

struct LevelName {
    const char16_t *name;
    Level level;
};

constexpr std::array LevelNames{
    LevelName{u"critical", Level::Critical},
    LevelName{u"error", Level::Error},
    LevelName{u"warning", Level::Warning},
    LevelName{u"information", Level::Information},
    LevelName{u"info", Level::Information},
    LevelName{u"informational", Level::Information},
    LevelName{u"verbose", Level::Verbose},
    LevelName{u"logalways", Level::LogAlways},
    LevelName{u"successaudit", Level::AuditSuccess},
    LevelName{u"auditsuccess", Level::AuditSuccess},
    LevelName{u"failureaudit", Level::AuditFailure},
    LevelName{u"auditfailure", Level::AuditFailure},
    LevelName{u"success", Level::LogAlways},
    LevelName{u"kritisch", Level::Critical},
    LevelName{u"fehler", Level::Error},
    LevelName{u"warnung", Level::Warning},
    LevelName{u"informationen", Level::Information},
    LevelName{u"ausführlich", Level::Verbose},
    LevelName{u"überwachungerfolgreich", Level::AuditSuccess},
    LevelName{u"erfolgsüberwachung", Level::AuditSuccess},
    LevelName{u"erfolgsüberw.", Level::AuditSuccess},
    LevelName{u"überwachunggescheitert", Level::AuditFailure},
    LevelName{u"fehlerüberwachung", Level::AuditFailure},
    LevelName{u"fehlerüberw.", Level::AuditFailure},
    LevelName{u"critique", Level::Critical},
    LevelName{u"erreur", Level::Error},
    LevelName{u"avertissement", Level::Warning},
    LevelName{u"informations", Level::Information},
    LevelName{u"commentaires", Level::Verbose},
    LevelName{u"détaillé", Level::Verbose},
    LevelName{u"succèsdel'audit", Level::AuditSuccess},
    LevelName{u"auditdesréussites", Level::AuditSuccess},
    LevelName{u"auditréussi", Level::AuditSuccess},
    LevelName{u"échecdel'audit", Level::AuditFailure},
    LevelName{u"auditdeséchecs", Level::AuditFailure},
    LevelName{u"crítico", Level::Critical},
    LevelName{u"advertencia", Level::Warning},
    LevelName{u"información", Level::Information},
    LevelName{u"detallado", Level::Verbose},
    LevelName{u"auditoríacorrecta", Level::AuditSuccess},
    LevelName{u"aciertodeauditoría", Level::AuditSuccess},
    LevelName{u"errordeauditoría", Level::AuditFailure},
    LevelName{u"erroresdeauditoría", Level::AuditFailure},
    LevelName{u"critico", Level::Critical},
    LevelName{u"errore", Level::Error},
    LevelName{u"avviso", Level::Warning},
    LevelName{u"informazioni", Level::Information},
    LevelName{u"dettagliato", Level::Verbose},
    LevelName{u"controlloriuscito", Level::AuditSuccess},
    LevelName{u"operazioniriuscite", Level::AuditSuccess},
    LevelName{u"controllononriuscito", Level::AuditFailure},
    LevelName{u"operazioninonriuscite", Level::AuditFailure},
    LevelName{u"kritiek", Level::Critical},
    LevelName{u"fout", Level::Error},
    LevelName{u"waarschuwing", Level::Warning},
    LevelName{u"informatie", Level::Information},
    LevelName{u"gegevens", Level::Information},
    LevelName{u"uitgebreid", Level::Verbose},
    LevelName{u"controlegeslaagd", Level::AuditSuccess},
    LevelName{u"controlemislukt", Level::AuditFailure},
    LevelName{u"erro", Level::Error},
    LevelName{u"aviso", Level::Warning},
    LevelName{u"informações", Level::Information},
    LevelName{u"informação", Level::Information},
    LevelName{u"detalhado", Level::Verbose},
    LevelName{u"verboso", Level::Verbose},
    LevelName{u"auditoriacomêxito", Level::AuditSuccess},
    LevelName{u"sucessodaauditoria", Level::AuditSuccess},
    LevelName{u"sucessodeauditoria", Level::AuditSuccess},
    LevelName{u"falhadeauditoria", Level::AuditFailure},
    LevelName{u"falhanaauditoria", Level::AuditFailure},
    LevelName{u"krytyczne", Level::Critical},
    LevelName{u"krytyczny", Level::Critical},
    LevelName{u"błąd", Level::Error},
    LevelName{u"ostrzeżenie", Level::Warning},
    LevelName{u"informacje", Level::Information},
    LevelName{u"pełne", Level::Verbose},
    LevelName{u"sukcesinspekcji", Level::AuditSuccess},
    LevelName{u"inspekcjasukcesów", Level::AuditSuccess},
    LevelName{u"niepowodzenieinspekcji", Level::AuditFailure},
    LevelName{u"inspekcjaniepowodzeń", Level::AuditFailure},
    LevelName{u"критический", Level::Critical},
    LevelName{u"критическое", Level::Critical},
    LevelName{u"ошибка", Level::Error},
    LevelName{u"предупреждение", Level::Warning},
    LevelName{u"сведения", Level::Information},
    LevelName{u"уведомление", Level::Information},
    LevelName{u"подробно", Level::Verbose},
    LevelName{u"аудитуспеха", Level::AuditSuccess},
    LevelName{u"аудитуспехов", Level::AuditSuccess},
    LevelName{u"аудитотказа", Level::AuditFailure},
    LevelName{u"аудитотказов", Level::AuditFailure},
    LevelName{u"аудитсбоя", Level::AuditFailure},
    LevelName{u"重大", Level::Critical},
    LevelName{u"エラー", Level::Error},
    LevelName{u"警告", Level::Warning},
    LevelName{u"情報", Level::Information},
    LevelName{u"詳細", Level::Verbose},
    LevelName{u"成功の監査", Level::AuditSuccess},
    LevelName{u"失敗の監査", Level::AuditFailure},
    LevelName{u"关键", Level::Critical},
    LevelName{u"严重", Level::Critical},
    LevelName{u"错误", Level::Error},
    LevelName{u"信息", Level::Information},
    LevelName{u"详细", Level::Verbose},
    LevelName{u"审核成功", Level::AuditSuccess},
    LevelName{u"成功审核", Level::AuditSuccess},
    LevelName{u"审核失败", Level::AuditFailure},
    LevelName{u"失败审核", Level::AuditFailure},
    LevelName{u"重要", Level::Critical},
    LevelName{u"錯誤", Level::Error},
    LevelName{u"資訊", Level::Information},
    LevelName{u"詳細資訊", Level::Verbose},
    LevelName{u"稽核成功", Level::AuditSuccess},
    LevelName{u"稽核失敗", Level::AuditFailure},
    LevelName{u"위험", Level::Critical},
    LevelName{u"오류", Level::Error},
    LevelName{u"경고", Level::Warning},
    LevelName{u"정보", Level::Information},
    LevelName{u"자세한정보", Level::Verbose},
    LevelName{u"감사성공", Level::AuditSuccess},
    LevelName{u"감사실패", Level::AuditFailure},
    LevelName{u"kritisk", Level::Critical},
    LevelName{u"fel", Level::Error},
    LevelName{u"varning", Level::Warning},
    LevelName{u"fejl", Level::Error},
    LevelName{u"advarsel", Level::Warning},
    LevelName{u"oplysninger", Level::Information},
    LevelName{u"feil", Level::Error},
    LevelName{u"informasjon", Level::Information},
    LevelName{u"virhe", Level::Error},
    LevelName{u"varoitus", Level::Warning},
    LevelName{u"tiedot", Level::Information},
    LevelName{u"chyba", Level::Error},
    LevelName{u"upozornění", Level::Warning},
    LevelName{u"hiba", Level::Error},
    LevelName{u"figyelmeztetés", Level::Warning},
    LevelName{u"információ", Level::Information},
    LevelName{u"hata", Level::Error},
    LevelName{u"uyarı", Level::Warning},
    LevelName{u"bilgi", Level::Information},
};

constexpr std::array NothingWords{
    u"n/a",
    u"none",
    u"n/v",
    u"nichtzutreffend",
    u"keine",
    u"nichtverfügbar",
    u"aucun",
    u"aucune",
    u"nondisponible",
    u"ninguno",
    u"ninguna",
    u"nodisponible",
    u"nessuno",
    u"nessuna",
    u"n/d",
    u"geen",
    u"n.v.t.",
    u"nenhum",
    u"nenhuma",
    u"nãodisponível",
    u"brak",
    u"nd",
    u"нет",
    u"н/д",
    u"отсутствует",
    u"なし",
    u"无",
    u"暂缺",
    u"無",
    u"不適用",
    u"없음",
    u"해당없음",
};

} // namespace

std::optional<Level> levelFromExport(QStringView word)
{
    if (word.size() > 48)
        return {};
    const QString folded = foldedWord(word);
    const auto at =
        std::ranges::find_if(LevelNames, [&](const LevelName &known) { return folded == QStringView(known.name); });
    if (at == LevelNames.end())
        return {};
    return at->level;
}

std::uint64_t auditKeywords(QStringView words)
{
    if (words.size() > 1024)
        return 0;
    std::uint64_t bits = 0;
    for (const QStringView word : words.tokenize(u',')) {
        const auto level = levelFromExport(word.trimmed());
        if (level == Level::AuditSuccess)
            bits |= KeywordAuditSuccess;
        else if (level == Level::AuditFailure)
            bits |= KeywordAuditFailure;
    }
    return bits;
}

bool meansNothing(QStringView word)
{
    if (word.size() > 32)
        return false;
    const QString text = foldedWord(word);
    return text.isEmpty()
        || std::ranges::any_of(NothingWords, [&](const char16_t *known) { return text == QStringView(known); });
}

} // namespace evident
