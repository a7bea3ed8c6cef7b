// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/classicwriter.h"

#include "knowledge/classic/classicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int PackingLevel = 5; ///< of zlib
constexpr qsizetype LongestDisclaimer = 8192; ///< a longer one is no disclaimer, and stays with its article
constexpr QByteArrayView DisclaimerBegin = "\nTHE INFORMATION PROVIDED IN THE MICROSOFT";

QByteArray eventWords(const std::vector<EventSignature> &signatures)
{
    QString words;
    for (const auto &one : signatures)
        words += u"event id %1 %2\n"_s.arg(QString::number(one.id), one.source);
    return words.toUtf8();
}

QByteArray textToFind(const ClassicArticle &article)
{
    QString text = article.product + u'\n' + article.appliesTo.join(u'\n');
    for (const auto &section : article.sections)
        text += u'\n' + section.heading + u'\n' + section.text;
    return text.toUtf8();
}

/// A null string would be written as NULL.
QString written(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

/// So that what was written is there after a power cut; a file that cannot be synced was not written.
bool syncFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

Result<PreparedArticle> prepareArticle(const QByteArray &file)
{
    const auto article = parseClassicArticle(file);
    if (!article)
        return std::unexpected(article.error());
    PreparedArticle prepared;
    prepared.number = QStringView(article->number).sliced(1).toLongLong();
    prepared.title = article->title;
    prepared.signatures = signaturesOf(*article);
    prepared.events = eventWords(prepared.signatures);
    prepared.keywords = (article->number + u' ' + article->queryWords + u' ' + article->keywords).toUtf8();
    prepared.text = textToFind(*article);
    qsizetype end = file.lastIndexOf(DisclaimerBegin);
    if (end < 0 || file.size() - end > LongestDisclaimer)
        end = file.size();
    prepared.disclaimer = file.sliced(end);
    prepared.packed = qCompress(file.first(end), PackingLevel);
    return prepared;
}

class ClassicWriter::File {
public:
    explicit File(const QString &target)
        : m_target(target)
        , m_path(u"%1.%2"_s.arg(target, QUuid::createUuid().toString(QUuid::Id128)))
        , m_name(u"classic-writer-"_s + m_path)
    {
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    ~File()
    {
        close();
        QFile::remove(m_path);
    }

    Result<void> create();
    Result<void> add(const PreparedArticle &article);
    Result<void> finish();

private:
    Result<void> run(const QString &statement);
    Result<void> run(QSqlQuery &query);
    Result<std::int64_t> disclaimer(const QByteArray &text);
    [[nodiscard]] std::unexpected<Error> writeFailure(const QString &detail, int number = 0) const;
    void close();

    QString m_target;
    QString m_path; ///< while it is written
    QString m_name; ///< of the connection
    std::unique_ptr<QSqlQuery> m_addArticle;
    std::unique_ptr<QSqlQuery> m_addWords;
    std::unique_ptr<QSqlQuery> m_addSignature;
    QHash<QByteArray, std::int64_t> m_disclaimers;
};

std::unexpected<Error> ClassicWriter::File::writeFailure(const QString &detail, int number) const
{
    return std::unexpected(Error{.code = ErrorCode::WriteFailed,
        .what = "the shelf of classic articles",
        .place = {.source = m_target},
        .native = number,
        .detail = detail});
}

void ClassicWriter::File::close()
{
    m_addArticle.reset();
    m_addWords.reset();
    m_addSignature.reset();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> ClassicWriter::File::run(QSqlQuery &query)
{
    return query.exec() ? Result<void>() : writeFailure(query.lastError().text());
}

Result<void> ClassicWriter::File::run(const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    return query.exec(statement) ? Result<void>() : writeFailure(query.lastError().text());
}

Result<void> ClassicWriter::File::create()
{
    if (!QDir().mkpath(QFileInfo(m_target).absolutePath()))
        return writeFailure({}, errno);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_path);
    if (!database.open())
        return writeFailure(database.lastError().text());
    // Nobody sees the file before it is whole, so nothing has to be undone in it.
    const QStringList settings{u"PRAGMA journal_mode=OFF"_s, u"PRAGMA synchronous=OFF"_s,
        u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA page_size=8192"_s, u"PRAGMA cache_size=-16384"_s,
        u"PRAGMA application_id=%1"_s.arg(classicfile::ApplicationId),
        u"PRAGMA user_version=%1"_s.arg(classicfile::Version), u"BEGIN"_s};
    for (const QString &setting : settings) {
        if (auto done = run(setting); !done)
            return done;
    }
    for (const auto statement : classicfile::Schema) {
        if (auto done = run(statement); !done)
            return done;
    }
    // Few large pieces instead of many small ones that are merged again and again.
    for (const QString &option : {u"'hashsize', 33554432"_s, u"'automerge', 0"_s}) {
        if (auto done = run(u"INSERT INTO words(words, rank) VALUES(%1)"_s.arg(option)); !done)
            return done;
    }
    m_addArticle = std::make_unique<QSqlQuery>(database);
    m_addWords = std::make_unique<QSqlQuery>(database);
    m_addSignature = std::make_unique<QSqlQuery>(database);
    const bool ready = m_addArticle->prepare(u"INSERT INTO article VALUES(?, ?, ?, ?)"_s)
        && m_addWords->prepare(u"INSERT INTO words(rowid, title, events, keywords, body) VALUES(?, ?, ?, ?, ?)"_s)
        && m_addSignature->prepare(u"INSERT INTO signature VALUES(?, ?, ?, ?, ?)"_s);
    return ready ? Result<void>() : writeFailure(database.lastError().text());
}

Result<std::int64_t> ClassicWriter::File::disclaimer(const QByteArray &text)
{
    if (const auto known = m_disclaimers.constFind(text); known != m_disclaimers.cend())
        return *known;
    const std::int64_t id = m_disclaimers.size() + 1;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.prepare(u"INSERT INTO disclaimer VALUES(?, ?)"_s);
    query.bindValue(0, static_cast<qlonglong>(id));
    query.bindValue(1, written(fromWindows1252(text)));
    if (auto done = run(query); !done)
        return std::unexpected(done.error());
    m_disclaimers.insert(text, id);
    return id;
}

Result<void> ClassicWriter::File::add(const PreparedArticle &article)
{
    const auto disclaimed = disclaimer(article.disclaimer);
    if (!disclaimed)
        return std::unexpected(disclaimed.error());
    const auto number = static_cast<qlonglong>(article.number);
    m_addArticle->bindValue(0, number);
    m_addArticle->bindValue(1, written(article.title));
    m_addArticle->bindValue(2, static_cast<qlonglong>(*disclaimed));
    m_addArticle->bindValue(3, article.packed);
    m_addWords->bindValue(0, number);
    m_addWords->bindValue(1, article.title.toUtf8());
    m_addWords->bindValue(2, article.events);
    m_addWords->bindValue(3, article.keywords);
    m_addWords->bindValue(4, article.text);
    if (auto done = run(*m_addArticle).and_then([&] { return run(*m_addWords); }); !done)
        return done;
    for (const auto &one : article.signatures) {
        m_addSignature->bindValue(0, one.id);
        m_addSignature->bindValue(1, written(foldedSource(one.source)));
        m_addSignature->bindValue(2, number);
        m_addSignature->bindValue(3, written(one.source));
        m_addSignature->bindValue(4, written(one.text));
        if (auto done = run(*m_addSignature); !done)
            return done;
    }
    return {};
}

Result<void> ClassicWriter::File::finish()
{
    for (const auto &statement : {u"CREATE INDEX by_id ON signature(id, folded)"_s,
             u"CREATE INDEX by_article ON signature(article)"_s, u"COMMIT"_s}) {
        if (auto done = run(statement); !done)
            return done;
    }
    close();
    if (!syncFile(m_path))
        return writeFailure({}, errno);
    if (std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_target).constData()) != 0)
        return writeFailure({}, errno);
    return {};
}

ClassicWriter::ClassicWriter(std::unique_ptr<File> file)
    : m_file(std::move(file))
{
}

ClassicWriter::ClassicWriter(ClassicWriter &&other) noexcept = default;
ClassicWriter::~ClassicWriter() = default;

Result<ClassicWriter> ClassicWriter::create(const QString &target)
{
    auto file = std::make_unique<File>(target);
    if (auto created = file->create(); !created)
        return std::unexpected(created.error());
    return ClassicWriter(std::move(file));
}

Result<void> ClassicWriter::add(const PreparedArticle &article)
{
    return m_file->add(article);
}

Result<void> ClassicWriter::finish()
{
    return m_file->finish();
}

} // namespace evident
