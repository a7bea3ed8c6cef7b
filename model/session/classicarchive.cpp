// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/classicarchive.h"

#include <QThreadPool>
#include <qtconcurrenttask.h>

#include <atomic>
#include <tuple>

namespace evident {

struct ClassicArchive::Private {
    Private(ClassicArchive &archive, QString path)
        : q(archive)
        , file(std::move(path))
    {
        pool.setMaxThreadCount(2); // a search does not wait for an import
        reopen();
    }

    void reopen()
    {
        auto opened = ClassicShelf::open(file);
        shelf = opened ? std::make_unique<ClassicShelf>(std::move(*opened)) : nullptr;
    }

    /// Runs @p job on the pool and hands its answer to @p done on the archive's thread, unless the archive is gone.
    template<typename Job, typename Done>
    void run(Job job, Done done)
    {
        auto tell = [context = &q, job = std::move(job), done = std::move(done)]() mutable {
            QMetaObject::invokeMethod(
                context, [done = std::move(done), answer = job()]() mutable { done(std::move(answer)); },
                Qt::QueuedConnection);
        };
        std::ignore = QtConcurrent::task(std::move(tell)).onThreadPool(pool).spawn();
    }

    void imported(Result<ClassicImport> answer);

    ClassicArchive &q;
    QString file;
    std::unique_ptr<ClassicShelf> shelf;
    QThreadPool pool;
    bool importing = false;
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<std::atomic_uint64_t> wanted = std::make_shared<std::atomic_uint64_t>(0); ///< the newest search
};

void ClassicArchive::Private::imported(Result<ClassicImport> answer)
{
    importing = false;
    if (!answer) {
        emit q.importFailed(answer.error());
        return;
    }
    if (!answer->cancelled)
        reopen();
    emit q.imported(*answer);
}

ClassicArchive::ClassicArchive(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(file)))
{
}

ClassicArchive::~ClassicArchive()
{
    *d->cancelled = true;
    ++*d->wanted;
    d->pool.waitForDone();
}

const ClassicShelf *ClassicArchive::shelf() const
{
    return d->shelf.get();
}

void ClassicArchive::import(const QStringList &paths)
{
    if (d->importing)
        return;
    d->importing = true;
    d->cancelled = std::make_shared<std::atomic_bool>(false);
    auto job = [paths, target = d->file, cancelled = d->cancelled, context = this] {
        const auto tell = [context](int permille) {
            QMetaObject::invokeMethod(
                context, [context, permille] { emit context->importProgressed(permille); }, Qt::QueuedConnection);
        };
        return importClassicArchive(
            paths, target, {.progress = tell, .isCancelled = [&cancelled] { return cancelled->load(); }});
    };
    d->run(std::move(job), [this](Result<ClassicImport> answer) { d->imported(std::move(answer)); });
}

void ClassicArchive::cancelImport()
{
    *d->cancelled = true;
}

bool ClassicArchive::isImporting() const
{
    return d->importing;
}

void ClassicArchive::search(const QString &text)
{
    const std::uint64_t number = ++*d->wanted;
    auto job = [text, file = d->file, number, wanted = d->wanted]() -> std::vector<ClassicHit> {
        if (wanted->load() != number)
            return {};
        // A connection belongs to its thread, so every search has its own.
        const auto shelf = ClassicShelf::open(file);
        return shelf ? shelf->search(text) : std::vector<ClassicHit>();
    };
    d->run(std::move(job), [this, text, number](const std::vector<ClassicHit> &hits) {
        if (d->wanted->load() == number)
            emit found(text, hits);
    });
}

} // namespace evident
