using JasperFx.Events;
using Marten.Services.BatchQuerying;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>
/// The one way to write a stream: load its state, let a pure function decide, stage the events with the messages that follow from them.
/// The floor commits. Who may not see the thing is told that it is not there.
/// </summary>
public sealed class Stroom<T>(Werkeenheden eenheden, Contextregister contexten)
    where T : class
{
    private Werkeenheid Eenheid => eenheden.Van(contexten.VanStroom(typeof(T)));

    /// <summary>Decides on a thing that exists; 404 when it does not, or not for this caller.</summary>
    public async Task<Uitkomst> Schrijf(string id, Func<T, Beslissing> beslis, CancellationToken ct)
    {
        var stroom = await Eenheid.Sessie.Events.FetchForWriting<T>(id, ct);
        return stroom.Aggregate is { } stand && Eenheid.MagZien(stand)
            ? await Verwerk(id, stroom, beslis(stand), ct)
            : Geweigerd(Weigering.NietGevonden(id));
    }

    /// <summary>Decides on a thing that may not exist yet: its beginning, or a message that came before what it belongs to.</summary>
    public async Task<Uitkomst> SchrijfOfBegin(string id, Func<T?, Beslissing> beslis, CancellationToken ct)
    {
        var stroom = await Eenheid.Sessie.Events.FetchForWriting<T>(id, ct);
        return stroom.Aggregate is { } stand && !Eenheid.MagZien(stand)
            ? Geweigerd(Weigering.NietGevonden(id))
            : await Verwerk(id, stroom, beslis(stroom.Aggregate), ct);
    }

    /// <summary>As above; what <paramref name="lees"/> asks is read in the same round trip as the stream.</summary>
    public async Task<Uitkomst> SchrijfOfBegin(
        string id,
        Action<IBatchedQuery> lees,
        Func<T?, Task<Beslissing>> beslis,
        CancellationToken ct
    )
    {
        var bundel = Eenheid.Sessie.CreateBatchQuery();
        var gelezen = bundel.Events.FetchForWriting<T>(id);
        lees(bundel);
        await bundel.Execute(ct);
        var stroom = await gelezen;
        return stroom.Aggregate is { } stand && !Eenheid.MagZien(stand)
            ? Geweigerd(Weigering.NietGevonden(id))
            : await Verwerk(id, stroom, await beslis(stroom.Aggregate), ct);
    }

    /// <summary>Decides on many things, read in one round trip.</summary>
    public async Task SchrijfOfBegin(IReadOnlyList<string> ids, Func<string, T?, Beslissing> beslis, CancellationToken ct)
    {
        var bundel = Eenheid.Sessie.CreateBatchQuery();
        var gelezen = ids.Select(id => (id, stroom: bundel.Events.FetchForWriting<T>(id))).ToList();
        await bundel.Execute(ct);
        foreach (var (id, wachtend) in gelezen)
        {
            var stroom = await wachtend;
            await Verwerk(id, stroom, beslis(id, stroom.Aggregate), ct);
        }
    }

    /// <summary>
    /// Decides on many things in one transaction, read a few hundred at a time. Gives for each, in order, why it was refused; null when it was not:
    /// a refusal of one takes nothing from the others.
    /// </summary>
    /// <param name="ids">Each once.</param>
    public async Task<IReadOnlyList<Weigering?>> SchrijfElk(IReadOnlyList<string> ids, Func<T, Beslissing> beslis, CancellationToken ct)
    {
        var uitkomsten = new List<Weigering?>(ids.Count);
        foreach (var deel in ids.Chunk(250))
        {
            var bundel = Eenheid.Sessie.CreateBatchQuery();
            var stromen = deel.Select(id => bundel.Events.FetchForWriting<T>(id)).ToList();
            await bundel.Execute(ct);
            for (var i = 0; i < deel.Length; i++)
            {
                var stroom = await stromen[i];
                uitkomsten.Add(
                    stroom.Aggregate is { } stand && Eenheid.MagZien(stand)
                        ? (await Verwerk(deel[i], stroom, beslis(stand), ct)).Weigering
                        : Weigering.NietGevonden(deel[i])
                );
            }
        }
        return uitkomsten;
    }

    /// <summary>
    /// Decides on a thing whose beginning is marked elsewhere, by what <paramref name="lees"/> asks: it is not looked for. When it was there
    /// after all, the commit is a collision and the call decides again. What the caller saw (If-Match) is a version of that mark, so that it is
    /// for <paramref name="beslis"/> to compare.
    /// </summary>
    public async Task<Uitkomst> Begin(string id, Action<IBatchedQuery> lees, Func<Task<Beslissing>> beslis, CancellationToken ct)
    {
        var bundel = Eenheid.Sessie.CreateBatchQuery();
        lees(bundel);
        await bundel.Execute(ct);
        var beslissing = await beslis();
        if (beslissing.Weigering is { } weigering)
        {
            return Geweigerd(weigering);
        }
        if (beslissing.Gebeurtenissen.Count == 0 || Eenheid.Geschreven.Contains(id))
        {
            return await Verwerk(id, await Eenheid.Sessie.Events.FetchForWriting<T>(id, ct), beslissing, null, ct);
        }
        Eenheid.Begin<T>(id, beslissing.Gebeurtenissen);
        var versie = beslissing.Gebeurtenissen.Count;
        return Uitkomst.Ok(new Bijgewerkt(id, versie)) with { Versie = versie };
    }

    /// <summary>The state now, or null when there is none for this caller.</summary>
    public async Task<T?> Lees(string id, CancellationToken ct) =>
        await Eenheid.Sessie.LoadAsync<T>(id, ct) is { } stand && Eenheid.MagZien(stand) ? stand : null;

    /// <summary>Shows the state with its version as ETag; 404 when there is none for this caller.</summary>
    public async Task<Uitkomst> Toon(string id, Func<T, object> toon, CancellationToken ct)
    {
        var stroom = await Eenheid.Sessie.Events.FetchForWriting<T>(id, ct);
        return stroom.Aggregate is { } stand && Eenheid.MagZien(stand)
            ? Uitkomst.Ok(toon(stand)) with
            {
                Versie = stroom.CurrentVersion,
            }
            : Weigering.NietGevonden(id);
    }

    /// <inheritdoc cref="Werkeenheid.Bewaar"/>
    public Verwijzing Bewaar(string eigenaar, object inhoud) => Eenheid.Bewaar(eigenaar, inhoud);

    private Task<Uitkomst> Verwerk(string id, IEventStream<T> stroom, Beslissing beslissing, CancellationToken ct) =>
        Verwerk(id, stroom, beslissing, eenheden.Aanroep.GezienVersie, ct);

    private async Task<Uitkomst> Verwerk(string id, IEventStream<T> stroom, Beslissing beslissing, long? gezien, CancellationToken ct)
    {
        // The state does not hold what this transaction wrote before: a decision on it would be on the past. Messages of one batch that meet
        // so go one by one.
        if (Eenheid.Geschreven.Contains(id))
        {
            throw new InvalidOperationException($"{typeof(T).Name} '{id}' is already written in this transaction.");
        }
        // The version is that of the thing the call names, which is written first; what changes along with it has versions of its own.
        if (gezien is not null && gezien != (stroom.CurrentVersion ?? 0) && Eenheid.Geschreven.Count == 0)
        {
            return Geweigerd(await Verouderd(id, stroom.CurrentVersion ?? 0, ct));
        }
        if (beslissing.Weigering is { } weigering)
        {
            return Geweigerd(weigering);
        }
        if (beslissing.Gebeurtenissen.Count > 0)
        {
            Eenheid.Voeg(stroom, beslissing.Gebeurtenissen);
        }
        var versie = stroom.CurrentVersion ?? 0;
        return Uitkomst.Ok(new Bijgewerkt(id, versie)) with { Versie = versie };
    }

    // A refusal of what a message asks is a contradiction between contexts: nobody is there to read it, so it must be seen by operators.
    private Uitkomst Geweigerd(Weigering weigering) =>
        eenheden.Aanroep.Aanleiding is null
            ? weigering
            : throw new BerichtGeweigerd($"{typeof(T).Name}: {weigering.Code}: {weigering.Uitleg}");

    private async Task<Weigering> Verouderd(string id, long versie, CancellationToken ct)
    {
        var laatste = await Eenheid.Sessie.Events.FetchStreamAsync(id, version: versie, fromVersion: versie, token: ct);
        var wie = laatste.Count > 0 ? laatste[0].GetHeader("wie") : null;
        return new Weigering
        {
            Code = "verouderd",
            Status = 412,
            Uitleg =
                $"'{id}' is intussen gewijzigd door {wie ?? "iemand anders"} (versie {versie}). Haal de laatste versie op, kijk wat er veranderd is en probeer het opnieuw.",
        };
    }
}

/// <summary>The answer to a change: the id of the thing and its version after the change.</summary>
public sealed record Bijgewerkt(string Id, long Versie);

/// <summary>A message asked for what the state refuses; the message is set apart.</summary>
public sealed class BerichtGeweigerd(string message) : Exception(message);
