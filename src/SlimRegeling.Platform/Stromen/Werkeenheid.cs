using System.Data;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>
/// One transaction of one context: events, snapshots, documents, outgoing messages and the floor's own rows are committed together or not
/// at all. The floor opens and commits it around an endpoint or a message.
/// </summary>
public class Werkeenheid : IAsyncDisposable
{
    private readonly Aanroep _aanroep;
    private readonly Berichtsoorten _soorten;
    private readonly List<Envelop> _uitgaand = [];

    internal Werkeenheid(Contextopslag opslag, Aanroep aanroep, Berichtsoorten soorten)
        : this(opslag, aanroep, soorten, opslag.Store.LightweightSession()) { }

    internal Werkeenheid(Contextopslag opslag, Aanroep aanroep, Berichtsoorten soorten, IDocumentSession sessie)
    {
        Opslag = opslag;
        _aanroep = aanroep;
        _soorten = soorten;
        Sessie = sessie;
    }

    /// <summary>Marten's session, for documents, read models and queued SQL of this context.</summary>
    public IDocumentSession Sessie { get; }

    internal Contextopslag Opslag { get; }

    internal HashSet<string> Geschreven { get; } = [];

    /// <summary>The answer that is kept with the effect, when a call has one.</summary>
    internal Idempotentie? EersteAntwoord { get; set; }

    /// <summary>Keeps content that identifies people beside the stream and gives what may point to it.</summary>
    public Verwijzing Bewaar(string eigenaar, object inhoud)
    {
        var json = JsonSerializer.Serialize(inhoud, inhoud.GetType(), Json.Opties);
        var zout = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var verwijzing = new Verwijzing(Guid.CreateVersion7(), Hash(zout, json));
        Sessie.Store(new Inhoud(verwijzing.Id, eigenaar, zout, json));
        return verwijzing;
    }

    /// <summary>The content, or null when it was destroyed. Content that does not fit its hash is an error.</summary>
    public async Task<T?> Lees<T>(Verwijzing verwijzing, CancellationToken ct)
        where T : class
    {
        var inhoud = await Sessie.LoadAsync<Inhoud>(verwijzing.Id, ct);
        if (inhoud is null)
        {
            return null;
        }
        if (Hash(inhoud.Zout, inhoud.Json) != verwijzing.Hash)
        {
            throw new InvalidDataException($"The content {verwijzing.Id} does not fit the hash in its event.");
        }
        return JsonSerializer.Deserialize<T>(inhoud.Json, Json.Opties);
    }

    /// <summary>
    /// As <see cref="Lees{T}"/>, of content of tens of megabytes: its text is not in memory as a whole. Of what this unit itself stored it sees nothing before
    /// the commit.
    /// </summary>
    public async Task<T?> LeesAlsStroom<T>(Verwijzing verwijzing, CancellationToken ct)
        where T : class
    {
        await using var opdracht = Opslag.Bron.CreateCommand(
            $"select data ->> 'zout', convert_to(data ->> 'json', 'UTF8') from {Opslag.Context.Naam}.mt_doc_inhoud where id = $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = verwijzing.Id });
        await using var rij = await opdracht.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        if (!await rij.ReadAsync(ct))
        {
            return null;
        }
        using var hash = SHA256.Create();
        var zout = Encoding.UTF8.GetBytes(rij.GetString(0));
        hash.TransformBlock(zout, 0, zout.Length, null, 0);
        await using var json = new CryptoStream(rij.GetStream(1), hash, CryptoStreamMode.Read);
        var inhoud = await JsonSerializer.DeserializeAsync<T>(json, Json.Opties, ct);
        // The hash is there when the last byte was read.
        await json.CopyToAsync(Stream.Null, ct);
        return Convert.ToHexStringLower(hash.Hash!) == verwijzing.Hash
            ? inhoud
            : throw new InvalidDataException($"The content {verwijzing.Id} does not fit the hash in its event.");
    }

    public static string Hash(string zout, string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(zout + json)));

    /// <summary>Whether this call may know of a thing of this enterprise.</summary>
    public bool MagZien(object stand) =>
        _aanroep.AlleenVan is null || (stand is IVanOnderneming van && van.KvkNummer == _aanroep.AlleenVan);

    internal void Voeg<T>(IEventStream<T> stroom, IReadOnlyList<Gebeurtenis> gebeurtenissen)
        where T : class
    {
        Geschreven.Add(stroom.Key!);
        var versie = stroom.CurrentVersion ?? 0;
        foreach (var gebeurtenis in gebeurtenissen)
        {
            stroom.AppendOne(Omhul(stroom.Key!, ++versie, gebeurtenis));
        }
    }

    /// <summary>The events of a stream that is not there yet; when it is, committing them is a collision.</summary>
    internal void Begin<T>(string stroom, IReadOnlyList<Gebeurtenis> gebeurtenissen)
        where T : class
    {
        Geschreven.Add(stroom);
        Sessie.Events.StartStream<T>(stroom, gebeurtenissen.Select((g, i) => (object)Omhul(stroom, i + 1, g)).ToArray());
    }

    internal void Voeg(Envelop gehoord) => Inbox.Voeg(Sessie, Opslag.Context.Naam, gehoord);

    internal async Task Commit(CancellationToken ct)
    {
        VoegEigen(Sessie, [this]);
        await Sessie.SaveChangesAsync(ct);
        Vastgelegd();
    }

    /// <summary>Commits together with other calls that come at the same moment; also when the caller does not wait for it.</summary>
    internal async Task CommitGezamenlijk()
    {
        await Opslag.Gezamenlijk.Leg(this);
        Sessie.EjectAllPendingChanges();
        Vastgelegd();
    }

    /// <summary>The floor's own rows of these units, which have one context: what is said and what was answered.</summary>
    internal static void VoegEigen(IDocumentSession sessie, IReadOnlyList<Werkeenheid> eenheden)
    {
        var schema = eenheden[0].Opslag.Context.Naam;
        Outbox.Voeg(sessie, schema, [.. eenheden.SelectMany(e => e._uitgaand)]);
        Idempotentie.Voeg(sessie, schema, [.. eenheden.Select(e => e.EersteAntwoord).OfType<Idempotentie>()]);
    }

    public async ValueTask DisposeAsync()
    {
        await Sessie.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private void Vastgelegd()
    {
        Geschreven.Clear();
        EersteAntwoord = null;
        if (_uitgaand.Count > 0)
        {
            _uitgaand.Clear();
            Opslag.Sein.Geef();
        }
    }

    private IEvent Omhul(string stroom, long versie, Gebeurtenis gebeurtenis)
    {
        var omhuld = Sessie.Events.BuildEvent(gebeurtenis);
        omhuld.Id = Guid.CreateVersion7();
        omhuld.StreamKey = stroom;
        ZetKop(omhuld);
        ZegtVoort(stroom, versie, omhuld.Id, gebeurtenis);
        return omhuld;
    }

    private void ZetKop(IEvent omhuld)
    {
        omhuld.SetHeader("wie", _aanroep.Wie);
        if (_aanroep.Namens is { } namens)
        {
            omhuld.SetHeader("namens", namens);
        }
        if (_aanroep.Gemachtigde is { } gemachtigde)
        {
            omhuld.SetHeader("gemachtigde", gemachtigde);
        }
        if (_aanroep.Aanleiding is { } aanleiding)
        {
            omhuld.SetHeader("aanleiding", aanleiding);
        }
        if (Activity.Current?.TraceId is { } spoor)
        {
            omhuld.SetHeader("spoor", spoor.ToHexString());
        }
    }

    internal void Wek(object bericht)
    {
        var kop = new Kop(_aanroep.Wie, _aanroep.Namens, Activity.Current?.Id);
        _uitgaand.Add(
            new Envelop(
                Guid.CreateVersion7(),
                _soorten.Naam(bericht.GetType()),
                Berichtsoorten.Sleutel(bericht),
                Berichtsoorten.Schrijf(bericht),
                kop
            )
        );
    }

    private void ZegtVoort(string stroom, long versie, Guid gebeurtenis, object inhoud)
    {
        var kop = new Kop(_aanroep.Wie, _aanroep.Namens, Activity.Current?.Id);
        _uitgaand.AddRange(_soorten.Enveloppen(Opslag.Context, stroom, versie, gebeurtenis, inhoud, kop));
    }
}

/// <summary>The unit of work of one named context, for its use cases.</summary>
public sealed class Werkeenheid<TContext>(Werkeenheden eenheden, Contextregister contexten)
    where TContext : IContext
{
    public Werkeenheid Eenheid => eenheden.Van(contexten.Van(typeof(TContext)));

    public IDocumentSession Sessie => Eenheid.Sessie;

    /// <inheritdoc cref="Werkeenheid.Bewaar"/>
    public Verwijzing Bewaar(string eigenaar, object inhoud) => Eenheid.Bewaar(eigenaar, inhoud);

    /// <inheritdoc cref="Werkeenheid.Lees{T}"/>
    public Task<T?> Lees<T>(Verwijzing verwijzing, CancellationToken ct)
        where T : class => Eenheid.Lees<T>(verwijzing, ct);

    /// <inheritdoc cref="Werkeenheid.LeesAlsStroom{T}"/>
    public Task<T?> LeesAlsStroom<T>(Verwijzing verwijzing, CancellationToken ct)
        where T : class => Eenheid.LeesAlsStroom<T>(verwijzing, ct);

    /// <summary>
    /// Gives this context, or another that hears it, work after the commit, for what changed without an event of its own. It tells nothing that
    /// is not in the tables, so that it may come twice and needs no saying again in a rebuild.
    /// </summary>
    public void Wek(object bericht) => Eenheid.Wek(bericht);

    /// <inheritdoc cref="Werkeenheid.MagZien"/>
    public bool MagZien(object stand) => Eenheid.MagZien(stand);
}
