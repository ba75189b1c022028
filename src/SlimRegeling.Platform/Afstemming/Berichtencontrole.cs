using NodaTime;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>A message that was said longer ago than it may be under way, and that its hearer does not have.</summary>
public sealed record GemistBericht(string Zegger, string Hoorder, string Soort, Guid Bericht, string Sleutel, Instant Gezegd);

/// <param name="Effecten">Pairs of a message and a context that hears it.</param>
/// <param name="Wachtend">Of those, how many wait in the outbox or were said less than ten minutes ago.</param>
/// <param name="Geparkeerd">Of those, how many the hearer could not handle and set apart.</param>
/// <param name="Gemist">The first hundred that are nowhere.</param>
/// <param name="Elders">Contexts that run in another process: what they say or hear was not compared.</param>
public sealed record Berichtenstand(
    long Berichten,
    long Effecten,
    long Wachtend,
    long Geparkeerd,
    long AantalGemist,
    IReadOnlyList<GemistBericht> Gemist,
    IReadOnlyList<string> Elders
);

/// <summary>
/// Proves that every message had its effect: makes the messages again from the stored events and looks each up with each of its hearers. Goes
/// back 29 days, because inboxes forget after 30.
/// </summary>
public sealed class Berichtencontrole(Contextregister contexten)
{
    private const int Bundel = 500;
    private const int Getoond = 100;
    private static readonly TimeSpan Terug = TimeSpan.FromDays(29);
    private static readonly TimeSpan Onderweg = TimeSpan.FromMinutes(10);

    public async Task<Berichtenstand> Voer(CancellationToken ct)
    {
        var stand = new Telling();
        foreach (var zegger in contexten.Hier.Where(c => c.Context.Stromen.Count > 0))
        {
            var nu = await Databasetijd(zegger.Bron, ct);
            var bundel = new List<Gezegd>(Bundel);
            await foreach (var bericht in Gezegd.Door(zegger, contexten.Berichtsoorten, nu - Terug, ct))
            {
                bundel.Add(bericht);
                if (bundel.Count == Bundel)
                {
                    await Vergelijk(zegger, bundel, nu, stand, ct);
                    bundel.Clear();
                }
            }
            await Vergelijk(zegger, bundel, nu, stand, ct);
        }
        return new(stand.Berichten, stand.Effecten, stand.Wachtend, stand.Geparkeerd, stand.Gemist, stand.Eerste, contexten.Elders);
    }

    private async Task Vergelijk(Contextopslag zegger, List<Gezegd> bundel, DateTimeOffset nu, Telling stand, CancellationToken ct)
    {
        if (bundel.Count == 0)
        {
            return;
        }
        stand.Berichten += bundel.Count;
        // The outbox first: a row leaves it only after its hearers have the message.
        var wachtend = await Aanwezig(zegger, "outbox", bundel, ct);
        foreach (var hoorder in contexten.Hier)
        {
            var gehoord = contexten.Berichtsoorten.GehoordDoor(hoorder.Context.Naam).ToHashSet();
            var voorHem = bundel.Where(g => gehoord.Contains(g.Bericht.Soort)).ToList();
            if (voorHem.Count == 0)
            {
                continue;
            }
            var verwerkt = await Aanwezig(hoorder, "inbox", voorHem, ct);
            var geparkeerd = await Aanwezig(hoorder, "geparkeerd", voorHem, ct);
            foreach (var gezegd in voorHem)
            {
                var (bericht, id) = (gezegd.Bericht, gezegd.Bericht.Id);
                stand.Effecten++;
                if (verwerkt.Contains(id))
                {
                    continue;
                }
                if (geparkeerd.Contains(id))
                {
                    stand.Geparkeerd++;
                }
                else if (wachtend.Contains(id) || gezegd.Op > nu - Onderweg)
                {
                    stand.Wachtend++;
                }
                else
                {
                    stand.Mist(
                        new(
                            zegger.Context.Naam,
                            hoorder.Context.Naam,
                            bericht.Soort,
                            id,
                            bericht.Sleutel,
                            Instant.FromDateTimeOffset(gezegd.Op)
                        )
                    );
                }
            }
        }
    }

    private static async Task<HashSet<Guid>> Aanwezig(Contextopslag opslag, string tabel, List<Gezegd> berichten, CancellationToken ct)
    {
        await using var opdracht = opslag.Bron.CreateCommand($"select id from {opslag.Context.Naam}.{tabel} where id = any($1)");
        opdracht.Parameters.Add(
            new NpgsqlParameter
            {
                Value = berichten.Select(g => g.Bericht.Id).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            }
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gevonden = new HashSet<Guid>();
        while (await rij.ReadAsync(ct))
        {
            gevonden.Add(rij.GetGuid(0));
        }
        return gevonden;
    }

    private static async Task<DateTimeOffset> Databasetijd(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select now()");
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return rij.GetFieldValue<Instant>(0).ToDateTimeOffset();
    }

    private sealed class Telling
    {
        public long Berichten { get; set; }
        public long Effecten { get; set; }
        public long Wachtend { get; set; }
        public long Geparkeerd { get; set; }
        public long Gemist { get; private set; }
        public List<GemistBericht> Eerste { get; } = [];

        public void Mist(GemistBericht bericht)
        {
            Gemist++;
            if (Eerste.Count < Getoond)
            {
                Eerste.Add(bericht);
            }
        }
    }
}
