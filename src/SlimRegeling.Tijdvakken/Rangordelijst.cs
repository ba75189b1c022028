using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// A list that one decision put in order, as it is published: whoever has the list and the seed computes the order. A list that was drawn anew is kept.
/// </summary>
/// <param name="Lijst">1, 2, 3, … in the order of the decisions on the window.</param>
/// <param name="Hash">SHA-256 (hex) over the sorted case numbers, each on a line of its own; of a window with a draw as published before it.</param>
/// <param name="Op">When it was put in order.</param>
/// <param name="Vanaf">The rank of the first.</param>
/// <param name="Zaad">The seed; absent when all fitted, and the order is that of receipt.</param>
/// <param name="Bron">Where the seed came from.</param>
/// <param name="Uitspraak">The court's decision by which it was drawn anew.</param>
/// <param name="VervangenDoor">The list that took its place by that decision.</param>
public sealed record Rangordelijst(
    int Lijst,
    Lijstsoort Soort,
    string Hash,
    Instant Op,
    int Vanaf,
    int Aantal,
    string? Zaad = null,
    string? Bron = null,
    string? Uitspraak = null,
    int? VervangenDoor = null
)
{
    /// <summary>Of all events of a window those that put a list in order, each with its places.</summary>
    internal static IReadOnlyList<Geordend> Van(IEnumerable<object> gebeurtenissen)
    {
        var geordend = new List<Geordend>();
        foreach (var besluit in gebeurtenissen)
        {
            if (Van(geordend.Count + 1, besluit) is not { } nieuw)
            {
                continue;
            }
            if (besluit is Herloot)
            {
                var i = geordend.FindLastIndex(g => g.Besluit is Gerangschikt or Herloot);
                geordend[i] = geordend[i] with { Lijst = geordend[i].Lijst with { VervangenDoor = nieuw.Lijst.Lijst } };
            }
            geordend.Add(nieuw);
        }
        return geordend;
    }

    /// <summary>Anyone can make it with sort and sha256sum.</summary>
    internal static string Hashvan(IEnumerable<string> zaaknummers)
    {
        var regels = string.Concat(zaaknummers.Order(StringComparer.Ordinal).Select(z => $"{z}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(regels)));
    }

    private static Geordend? Van(int nummer, object besluit) =>
        besluit switch
        {
            Gerangschikt e => Van(
                nummer,
                e.Zaad is null ? Lijstsoort.Ontvangst : Lijstsoort.Loting,
                e,
                e.Op,
                [.. e.Plaatsen()],
                e.Zaad,
                e.Bron
            ),
            Herloot e => Van(
                nummer,
                Lijstsoort.Herloting,
                e,
                e.Op,
                [.. Plaats.Van(e.Zaaknummers, 1, e.Binnen)],
                e.Zaad,
                e.Bron,
                e.Uitspraak
            ),
            GelijkenGeloot e => Van(
                nummer,
                Lijstsoort.Gelijken,
                e,
                e.Op,
                [.. Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen)],
                e.Zaad,
                e.Bron
            ),
            _ => null,
        };

    private static Geordend Van(
        int nummer,
        Lijstsoort soort,
        object besluit,
        Instant op,
        IReadOnlyList<Plaats> plaatsen,
        string? zaad,
        string? bron,
        string? uitspraak = null
    )
    {
        var hash = Hashvan(plaatsen.Select(p => p.Zaaknummer));
        var vanaf = plaatsen is [var eerste, ..] ? eerste.Rang : 1;
        return new(new(nummer, soort, hash, op, vanaf, plaatsen.Count, zaad, bron, uitspraak), plaatsen, besluit);
    }

    /// <param name="Besluit">The event.</param>
    internal sealed record Geordend(Rangordelijst Lijst, IReadOnlyList<Plaats> Plaatsen, object Besluit);
}

/// <summary>How a list was put in order.</summary>
public enum Lijstsoort
{
    /// <summary>All fitted: by moment of receipt (2.10, first paragraph).</summary>
    Ontvangst,

    /// <summary>Drawn (2.10, first paragraph).</summary>
    Loting,

    /// <summary>Drawn anew by order of a court.</summary>
    Herloting,

    /// <summary>By arrival: those of one and the same moment, drawn (KR 2.3).</summary>
    Gelijken,
}
