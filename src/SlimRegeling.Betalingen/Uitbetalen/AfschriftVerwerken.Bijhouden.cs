using Marten;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

// What of a statement is kept, and what of it comes on the work list and goes off it.
public static partial class AfschriftVerwerken
{
    /// <summary>
    /// A statement that was read before must be what it was, movement by movement; of one from before its movements were hashed the balances and their count.
    /// </summary>
    private static (Gelezen Beeld, bool Anders) Vergelijk(Bankafschrift afschrift, IReadOnlyList<Afschrift> eerder)
    {
        var nummer = Afschrift.Nummer(afschrift.Iban, afschrift.Kenmerk);
        var aantal = afschrift.Boekingen.Count(b => b.Status == Boekingsstatus.Geboekt);
        var bekend = eerder.FirstOrDefault(a => a.Id == nummer)?.Gelezen;
        return (
            new Gelezen(nummer, afschrift.Kenmerk, afschrift.Beginsaldo, afschrift.Eindsaldo, aantal, bekend is not null),
            bekend is not null
                && (
                    (bekend.Beginsaldo, bekend.Eindsaldo, bekend.Regels) != (afschrift.Beginsaldo, afschrift.Eindsaldo, aantal)
                    || (bekend.Hash is { } hash && hash != Afschrift.Hash(afschrift.Boekingen))
                )
        );
    }

    /// <summary>Says of each whether the one before it is missing. They come in any order, so that it stops nothing: one can be on its way.</summary>
    /// <param name="nieuw">Those that are read now.</param>
    private static async Task<IReadOnlyList<Gelezen>> Sluit(
        IQuerySession sessie,
        IReadOnlyList<Gelezen> gelezen,
        IReadOnlyList<Afschrift> nieuw,
        CancellationToken ct
    )
    {
        var bekend = await sessie.QueryAsync<Afschrift>("order by id", ct);
        var gaten = Afschriftketen.PerAfschrift(bekend.UnionBy(nieuw, a => a.Id));
        return [.. gelezen.Select(g => g with { LetOp = gaten.GetValueOrDefault(g.Afschrift)?.Uitleg })];
    }

    /// <summary>What was booked; the same movement can be on two statements.</summary>
    private static List<Lijn> Lijnen(IReadOnlyList<Bankafschrift> afschriften) =>
        [
            .. afschriften
                .SelectMany(a => a.Boekingen.Where(b => b.Status == Boekingsstatus.Geboekt).Select(b => (Afschrift: a, Boeking: b)))
                .Select(x =>
                {
                    var naam = FormattableString.Invariant($"{x.Boeking.Bankreferentie}/{x.Boeking.Onderdeel}");
                    return new Lijn(
                        Afschrift.Nummer(x.Afschrift.Iban, x.Afschrift.Kenmerk),
                        Afschrift.Nummer(x.Afschrift.Iban, naam),
                        new Mutatie(naam, x.Boeking)
                    );
                }),
        ];

    /// <summary>
    /// The name that the bank gave to two movements, in what was read now or is known: a movement counts once by its name, so that the second would be taken for
    /// the first. Null when there is none.
    /// </summary>
    private static string? Hergebruikt(
        List<Lijn> alle,
        Dictionary<string, Bankregel> bekend,
        IReadOnlyDictionary<string, Bankmutaties.Rij> eerderVerteld
    )
    {
        var gezien = new Dictionary<string, Bankboeking>(StringComparer.Ordinal);
        foreach (var (_, nummer, mutatie) in alle)
        {
            var boeking = mutatie.Boeking;
            if (
                (gezien.TryGetValue(nummer, out var ook) && ook != boeking && Waarvan(ook) != Waarvan(boeking))
                || (bekend.TryGetValue(nummer, out var regel) && !Dezelfde(boeking, regel.Gemeld.Bedrag, regel.Gemeld.Boekdatum))
                || (eerderVerteld.TryGetValue(nummer, out var was) && !Dezelfde(boeking, was.Bedrag, was.Boekdatum))
            )
            {
                return mutatie.Naam;
            }
            gezien[nummer] = boeking;
        }
        return null;
    }

    /// <summary>By what a movement is known for another than one in the same file with its name.</summary>
    private static (decimal, LocalDate, string?, string?) Waarvan(Bankboeking boeking) =>
        (boeking.Bedrag, boeking.Boekdatum, boeking.EndToEndId, Betalingskenmerk.Zoek(boeking.EndToEndId, boeking.Tekst));

    /// <summary>What of it is on the work list, or was; and what waits there for an order that is in it.</summary>
    private static async Task<Dictionary<string, Bankregel>> Bekend(IQuerySession sessie, List<Lijn> lijnen, CancellationToken ct)
    {
        var bekend = new Dictionary<string, Bankregel>(StringComparer.Ordinal);
        foreach (var deel in lijnen.Select(l => l.Bankregel).Chunk(Tegelijk))
        {
            foreach (var regel in await sessie.LoadManyAsync<Bankregel>(ct, deel))
            {
                bekend[regel.Id] = regel;
            }
        }
        var open = await sessie.QueryAsync<Bankregel>(
            "where data -> 'gemeld' ->> 'betaalopdracht' is not null and data ->> 'gekoppeld' is null",
            ct
        );
        var kenmerken = lijnen.Select(l => l.Mutatie.Boeking.EndToEndId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var regel in open.Where(r => r.Status == Regelstatus.Open && kenmerken.Contains(r.Gemeld.Betaalopdracht!)))
        {
            bekend[regel.Id] = regel;
        }
        return bekend;
    }

    /// <summary>Puts on the work list what is not there yet, and takes off what was booked now.</summary>
    private static async Task HoudBij(
        List<Lijn> lijnen,
        Dictionary<string, Bankregel> bekend,
        Dictionary<string, (Oordeel Oordeel, Regel Regel)> regels,
        Stroom<Bankregel> bankregels,
        Instant nu,
        CancellationToken ct
    )
    {
        var vanBestand = lijnen.ToDictionary(l => l.Bankregel, StringComparer.Ordinal);
        var teSchrijven = new List<string>();
        foreach (var (nummer, (oordeel, regel)) in regels.ToList())
        {
            var openstaand = oordeel is Oordeel.DeelsGekoppeld or Oordeel.Ongekoppeld;
            if (openstaand)
            {
                regels[nummer] = (oordeel, regel with { Bankregel = nummer });
            }
            if (openstaand ? !bekend.ContainsKey(nummer) : oordeel == Oordeel.Geboekt && bekend.ContainsKey(nummer))
            {
                teSchrijven.Add(nummer);
            }
        }
        foreach (var deel in teSchrijven.Chunk(Tegelijk))
        {
            await bankregels.SchrijfOfBegin(
                deel,
                (nummer, stand) =>
                {
                    var (oordeel, regel) = regels[nummer];
                    if (oordeel == Oordeel.Geboekt)
                    {
                        return stand is { Status: Regelstatus.Open }
                            ? new BankregelGekoppeld(regel.Betaalopdracht!, null, null, nu)
                            : Beslissing.Geen;
                    }
                    if (stand is not null)
                    {
                        return Beslissing.Geen;
                    }
                    var (afschrift, _, mutatie) = vanBestand[nummer];
                    var boeking = mutatie.Boeking;
                    var gemeld = new BankregelGemeld(
                        mutatie.Naam,
                        afschrift,
                        boeking.Bedrag,
                        boeking.Boekdatum,
                        regel.Betaalopdracht,
                        boeking.Retourreden,
                        bankregels.Bewaar(nummer, new Bankregelinhoud(boeking.EndToEndId, boeking.Tekst)),
                        nu,
                        regel.Vordering,
                        boeking.Teruggedraaid
                    );
                    return regel is { Vordering: { } vordering, Rest: { } rest } && rest < boeking.Bedrag
                        ? Beslissing.Van(gemeld, new BankregelDeelsGekoppeld(vordering, boeking.Bedrag - rest, null, null, nu))
                        : gemeld;
                },
                ct
            );
        }
    }

    /// <summary>Whether the movement was on no statement before: it is known when it was booked then, or put on the work list.</summary>
    private static bool IsNieuw(
        Lijn lijn,
        Dictionary<string, Bankregel> bekend,
        Dictionary<string, (Oordeel Oordeel, Regel Regel)> regels
    ) => !bekend.ContainsKey(lijn.Bankregel) && regels[lijn.Bankregel].Oordeel != Oordeel.EerderGeboekt;

    private static string Afgehandeld(Regelstatus status) =>
        status switch
        {
            Regelstatus.Voorgesteld => "Deze boeking staat op de werklijst en wacht op een tweede persoon.",
            Regelstatus.OpTussenrekening => "Deze boeking staat op de tussenrekening.",
            _ => "Deze boeking was al verwerkt.",
        };

    private static Bankmutaties.Rij Rij(Lijn lijn) => new(lijn.Bankregel, lijn.Mutatie.Boeking.Bedrag, lijn.Mutatie.Boeking.Boekdatum);

    private static Afschriftregel Regelinhoud(Mutatie mutatie) =>
        new(
            mutatie.Naam,
            mutatie.Boeking.Bedrag,
            mutatie.Boeking.Boekdatum,
            mutatie.Boeking.EndToEndId,
            mutatie.Boeking.Retourreden,
            mutatie.Boeking.Tekst
        );
}
