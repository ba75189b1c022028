using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Takes the bank's statement, keeps it and books what belongs to a payment order or a claim. The rest is told, not guessed, and comes on the work list. Each movement
/// counts once, however often and in whatever order its statements come. A statement with a payment of a case in which its reader has an interest of their
/// own is for a colleague to take.
/// </summary>
public static partial class AfschriftVerwerken
{
    private const string OpWerklijst = "Deze boeking staat al op de werklijst. Handel haar daar af.";
    private const long GrootsteAfschrift = 500L * 1024 * 1024;

    /// <summary>So many streams are read in one round trip.</summary>
    private const int Tegelijk = 250;

    public sealed record Verslag(
        IReadOnlyList<Gelezen> Afschriften,
        IReadOnlyList<Regel> Geboekt,
        IReadOnlyList<Regel> EerderGeboekt,
        IReadOnlyList<Regel> DeelsGekoppeld,
        IReadOnlyList<Regel> Ongekoppeld
    );

    /// <param name="Eerder">Whether it was read before.</param>
    /// <param name="LetOp">That the one before it is missing; absent when it is not, and for the first.</param>
    public sealed record Gelezen(
        string Afschrift,
        string Kenmerk,
        decimal Beginsaldo,
        decimal Eindsaldo,
        int Regels,
        bool Eerder,
        string? LetOp = null
    );

    /// <param name="Bedrag">As the account feels it: negative is paid.</param>
    /// <param name="Bankregel">Number of it on the work list; absent when it is not on it.</param>
    /// <param name="Vordering">Number of the claim that it has the reference of.</param>
    /// <param name="Rest">What of it is more than stood open of the claim, and was not booked.</param>
    public sealed record Regel(
        string Mutatie,
        decimal Bedrag,
        LocalDate Boekdatum,
        string? Betaalopdracht,
        string Uitleg,
        string? Bankregel = null,
        string? Vordering = null,
        decimal? Rest = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/afschriften", Voer)
            .Voor(Rol.FinancieelMedewerker)
            .HoogstensBestand(GrootsteAfschrift)
            .Accepts<string>("application/xml", "text/xml")
            .Geeft<Verslag>();

    /// <summary>A movement in a file with the statement that it stands on and its number on the work list, if it comes there.</summary>
    private sealed record Lijn(string Afschrift, string Bankregel, Mutatie Mutatie);

    private static async Task<Uitkomst> Voer(
        HttpRequest verzoek,
        Opdrachtgever opdrachtgever,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Bankregel> bankregels,
        Stroom<Afschrift> afschriften,
        Ontvangsten ontvangsten,
        Contextregister contexten,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        verzoek.Body.Position = 0;
        var inhoud = Camt053.Lees(verzoek.Body);
        if (!inhoud.Gelukt)
        {
            return Weigering.Invoer([.. inhoud.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
        }
        if (inhoud.Waarde.FirstOrDefault(a => a.Iban != opdrachtgever.Iban) is { } ander)
        {
            return Weigering.Invoer(
                new Fout(
                    "bestand",
                    $"Afschrift {ander.Kenmerk} is van een andere rekening dan {opdrachtgever.Iban}. Kies het juiste bestand."
                )
            );
        }
        var eerder = await eenheid.Sessie.LoadManyAsync<Afschrift>(ct, inhoud.Waarde.Select(a => Afschrift.Nummer(a.Iban, a.Kenmerk)));
        var gelezen = inhoud.Waarde.Select(a => Vergelijk(a, eerder)).ToList();
        var anders = gelezen.FirstOrDefault(g => g.Anders).Beeld;
        if (anders is not null)
        {
            return Weigering.Invoer(
                new Fout(
                    "bestand",
                    $"Afschrift {anders.Kenmerk} is eerder gelezen met andere bedragen of boekingen. Er is niets geboekt; vraag de bank welk afschrift geldt."
                )
            );
        }

        var nu = moment.Nu;
        var alle = Lijnen(inhoud.Waarde);
        var lijnen = alle.DistinctBy(l => l.Bankregel).ToList();
        var bekend = await Bekend(eenheid.Sessie, lijnen, ct);
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var eerderVerteld = await Bankmutaties.Bekend(eenheid, bron, opdrachtgever.Iban, lijnen.Select(l => l.Bankregel), ct);
        if (Hergebruikt(alle, bekend, eerderVerteld) is { } naam)
        {
            return Weigering.Invoer(new Fout("bestand", TweeBoekingen(naam)));
        }
        var (regels, zaken) = await Boek(lijnen, bekend, betaalopdrachten, ontvangsten, nu, ct);
        if (regels.Values.FirstOrDefault(r => r.Oordeel == Oordeel.Hergebruikt).Regel is { } hergebruikt)
        {
            return Weigering.Invoer(new Fout("bestand", hergebruikt.Uitleg));
        }
        // What was booked at once is on no work list: told again it is of what it was booked on, or it is another.
        if (lijnen.FirstOrDefault(l => eerderVerteld.ContainsKey(l.Bankregel) && IsNieuw(l, bekend, regels)) is { } elders)
        {
            return Weigering.Invoer(new Fout("bestand", TweeBoekingen(elders.Mutatie.Naam)));
        }
        Bankmutaties.Schrijf(eenheid.Sessie, [.. lijnen.Where(l => !eerderVerteld.ContainsKey(l.Bankregel)).Select(Rij)]);
        await HoudBij(lijnen, bekend, regels, bankregels, nu, ct);
        var nieuw = new List<Afschrift>();
        foreach (var (afschrift, beeld) in inhoud.Waarde.Zip(gelezen.Select(g => g.Beeld)).Where(x => !x.Second.Eerder))
        {
            var eigen = lijnen.Where(l => l.Afschrift == beeld.Afschrift).ToList();
            var gebeurd = new AfschriftGelezen(
                afschrift.Kenmerk,
                afschrift.Beginsaldo,
                afschrift.Eindsaldo,
                beeld.Regels,
                eigen.Count(l => regels[l.Bankregel].Oordeel == Oordeel.Geboekt),
                eigen.Count(l => regels[l.Bankregel].Oordeel is Oordeel.DeelsGekoppeld or Oordeel.Ongekoppeld),
                afschriften.Bewaar(beeld.Afschrift, new Afschriftinhoud([.. eigen.Select(l => Regelinhoud(l.Mutatie))])),
                persoon.Onderwerp,
                nu,
                Afschrift.Hash(afschrift.Boekingen),
                afschrift.Dag,
                eigen.Where(l => IsNieuw(l, bekend, regels)).Sum(l => l.Mutatie.Boeking.Bedrag)
            );
            await afschriften.SchrijfOfBegin(beeld.Afschrift, stand => stand is null ? gebeurd : Beslissing.Geen, ct);
            nieuw.Add(new Afschrift { Id = beeld.Afschrift }.Apply(gebeurd));
        }
        Bankmutaties.Merk(eenheid.Sessie, opdrachtgever.Iban, [.. nieuw.Select(a => new Bankmutaties.Gevuld(a.Id))]);
        var verslag = new Verslag(
            await Sluit(eenheid.Sessie, [.. gelezen.Select(g => g.Beeld)], nieuw, ct),
            Met(Oordeel.Geboekt),
            Met(Oordeel.EerderGeboekt),
            Met(Oordeel.DeelsGekoppeld),
            Met(Oordeel.Ongekoppeld)
        );
        return Uitkomst.Ok(verslag) with { Zaken = [.. zaken] };

        List<Regel> Met(Oordeel oordeel) =>
            [.. regels.Values.Where(r => r.Oordeel == oordeel).Select(r => r.Regel).OrderBy(r => r.Mutatie, StringComparer.Ordinal)];
    }

    /// <summary>Books on orders and claims what belongs to them. Gives by its number what came of each movement, and the cases of what was booked.</summary>
    private static async Task<(Dictionary<string, (Oordeel Oordeel, Regel Regel)> Regels, HashSet<string> Zaken)> Boek(
        List<Lijn> lijnen,
        Dictionary<string, Bankregel> bekend,
        Stroom<Betaalopdracht> betaalopdrachten,
        Ontvangsten ontvangsten,
        Instant nu,
        CancellationToken ct
    )
    {
        var regels = new Dictionary<string, (Oordeel, Regel)>(StringComparer.Ordinal);
        var zaken = new HashSet<string>();
        var nieuw = lijnen.Select(l => l.Bankregel).ToHashSet(StringComparer.Ordinal);
        var wachtend = bekend
            .Values.Where(r => r.Status == Regelstatus.Open && !nieuw.Contains(r.Id))
            .ToLookup(r => r.Gemeld.Betaalopdracht ?? "", r => new Lijn(r.Gemeld.Afschrift, r.Id, Terug(r)), StringComparer.Ordinal);
        foreach (var lijn in lijnen)
        {
            if (bekend.TryGetValue(lijn.Bankregel, out var regel) && regel.Status != Regelstatus.Open)
            {
                var order = regel.Doel == Regeldoel.Betaalopdracht ? regel.Gekoppeld : null;
                var claim = regel.Doel == Regeldoel.Vordering ? regel.Gekoppeld : null;
                regels[lijn.Bankregel] = Zeg(lijn.Mutatie, order, Oordeel.EerderGeboekt, Afgehandeld(regel.Status), regel.Id, claim);
            }
        }
        // A number of an order has no more than 35 characters: what is longer is none of ours.
        var groepen = lijnen
            .Where(l => !regels.ContainsKey(l.Bankregel))
            .GroupBy(
                l => l.Mutatie.Boeking.EndToEndId is { Length: <= SepaTekst.KenmerkLengte } kenmerk ? kenmerk : "",
                StringComparer.Ordinal
            )
            .ToDictionary(g => g.Key, g => g.Concat(wachtend[g.Key]).ToList(), StringComparer.Ordinal);
        var ids = groepen.Keys.Where(k => k.Length > 0).ToList();
        var uitkomsten = await betaalopdrachten.SchrijfElk(
            ids,
            o =>
            {
                zaken.Add(o.Opdracht.Zaaknummer);
                // Of what waits on the work list people may have booked a part: only the rest can be of this order.
                var groep = groepen[o.Id]
                    .Select(l => bekend.TryGetValue(l.Bankregel, out var wacht) ? l with { Mutatie = Terug(wacht) } : l)
                    .ToList();
                var nummers = groep.ToDictionary(l => l.Mutatie.Naam, l => l.Bankregel, StringComparer.Ordinal);
                var (beslissing, gezegd) = Beslis(o, [.. groep.Select(l => l.Mutatie)], nu);
                foreach (var (oordeel, gezegde) in gezegd)
                {
                    var nummer = nummers[gezegde.Mutatie];
                    // What waits on the work list and waits on is no news of this file.
                    if (oordeel == Oordeel.Geboekt || nieuw.Contains(nummer))
                    {
                        regels[nummer] = (oordeel, gezegde);
                    }
                }
                return beslissing;
            },
            ct
        );
        var zonder = ids.Where((_, i) => uitkomsten[i] is not null).Append("").Where(groepen.ContainsKey);
        var los = zonder.SelectMany(k => groepen[k]).ToDictionary(l => l.Mutatie.Naam, StringComparer.Ordinal);
        // What was put to people is for them: part of it may be booked already.
        foreach (var lijn in los.Values.Where(l => bekend.ContainsKey(l.Bankregel)))
        {
            var vordering = bekend[lijn.Bankregel].Gemeld.Vordering;
            var oordeel = vordering is null ? Oordeel.Ongekoppeld : Oordeel.DeelsGekoppeld;
            regels[lijn.Bankregel] = Zeg(lijn.Mutatie, null, oordeel, OpWerklijst, vordering: vordering);
        }
        var nieuwe = los.Values.Where(l => !bekend.ContainsKey(l.Bankregel)).Select(l => l.Mutatie).ToList();
        foreach (var (oordeel, regel) in await ontvangsten.Verwerk(nieuwe, zaken, nu, ct))
        {
            regels[los[regel.Mutatie].Bankregel] = (oordeel, regel);
        }
        return (regels, zaken);
    }
}
