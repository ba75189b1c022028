using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// The statements that were read, the lines of one, and the work list of the movements that belong to nothing by themselves. A movement of a case that is
/// closed to who looks is left out.
/// </summary>
public static class AfschriftTonen
{
    /// <param name="Regels">How many movements were booked on it.</param>
    /// <param name="Geboekt">How many of them on an order or a claim when it was read.</param>
    /// <param name="OpWerklijst">How many came on the work list then.</param>
    /// <param name="Door">Pseudonym of who read it.</param>
    /// <param name="Dag">Of its closing balance.</param>
    /// <param name="LetOp">That the statement before it is missing; absent when it is not, and for the first.</param>
    public sealed record Beeld(
        string Afschrift,
        string Kenmerk,
        decimal Beginsaldo,
        decimal Eindsaldo,
        int Regels,
        int Geboekt,
        int OpWerklijst,
        string Door,
        Instant Op,
        LocalDate Dag,
        string? LetOp = null
    );

    /// <param name="Regels">Absent when they were destroyed.</param>
    public sealed record Uitgebreid(Beeld Afschrift, IReadOnlyList<Afschriftregel>? Regels);

    /// <param name="Bedrag">What is left of it, as the account feels it: negative is paid.</param>
    /// <param name="Betaalopdracht">The order of which it has the reference; absent when it has none of ours.</param>
    /// <param name="Vordering">The claim of which it has the reference; absent when it has none.</param>
    /// <param name="Tekst">What the bank tells beside it; absent when it was destroyed.</param>
    /// <param name="Uitleg">Why it was not booked by itself.</param>
    /// <param name="IsRetour">Whether the bank says that it came back, or undoes what it booked.</param>
    public sealed record Werkregel(
        string Bankregel,
        Regelstatus Status,
        string Mutatie,
        string Afschrift,
        decimal Bedrag,
        LocalDate Boekdatum,
        string? Betaalopdracht,
        string? EndToEndId,
        string? Tekst,
        string Uitleg,
        Voorstelbeeld? Voorstel,
        bool OpTussenrekening,
        Instant Sinds,
        string? Vordering = null,
        bool IsRetour = false
    );

    /// <param name="Door">Pseudonym of who proposed it: another confirms.</param>
    /// <param name="Hash">What who confirms names.</param>
    /// <param name="Bankregel">The movement beside which it would come to nothing.</param>
    /// <param name="Kosten">What would be booked as costs of the bank, in euro; only of a return.</param>
    public sealed record Voorstelbeeld(
        Regelafhandeling Afhandeling,
        string? Betaalopdracht,
        string? Toelichting,
        string Door,
        Instant Op,
        string Hash,
        string? Vordering = null,
        string? Bankregel = null,
        decimal? Kosten = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/afschriften", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("afschriften")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/afschriften/{id}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("afschrift")
            .Geeft<Uitgebreid>();
        api.MapGet("/bankregels", Werklijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("bankregels")
            .Geeft<IReadOnlyList<Werkregel>>();
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<BetalingenContext> eenheid, CancellationToken ct)
    {
        var gelezen = await eenheid.Sessie.QueryAsync<Afschrift>("order by data -> 'gelezen' ->> 'op' desc", ct);
        var gaten = Afschriftketen.PerAfschrift(gelezen);
        return Uitkomst.Ok(gelezen.Select(a => Van(a, gaten.GetValueOrDefault(a.Id))).ToList());
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Afschrift> afschriften,
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await afschriften.Lees(id, ct) is not { } afschrift)
        {
            return Weigering.NietGevonden(id);
        }
        var regels = (await eenheid.Lees<Afschriftinhoud>(afschrift.Gelezen.Inhoud, ct))?.Regels;
        var zaken = await Zaken(eenheid.Sessie, regels ?? [], ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var open = regels?.Where(r => !zaken.TryGetValue(r.Mutatie, out var zaak) || !gesloten.Contains(zaak)).ToList();
        var gat = (await Bankaansluiting.Gaten(eenheid.Sessie, ct)).FirstOrDefault(g => g.Afschrift == id);
        return await afschriften.Toon(id, a => new Uitgebreid(Van(a, gat), open), ct) with
        {
            Zaken = [.. zaken.Values.Where(z => !gesloten.Contains(z)).Distinct()],
        };
    }

    private static async Task<Uitkomst> Werklijst(
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var regels = await eenheid.Sessie.QueryAsync<Bankregel>(
            "where data ->> 'gekoppeld' is null order by data -> 'gemeld' ->> 'boekdatum', id",
            ct
        );
        var ids = regels.SelectMany(r => new[] { r.Gemeld.Betaalopdracht, r.Voorstel?.Betaalopdracht }).ToList();
        var orders = (await eenheid.Sessie.LoadManyAsync<Betaalopdracht>(ct, ids.OfType<string>().Distinct())).ToDictionary(o => o.Id);
        var kenmerken = regels.Select(r => r.Gemeld.Vordering).OfType<string>().Distinct();
        var vorderingen = (await eenheid.Sessie.LoadManyAsync<Vordering>(ct, kenmerken)).ToDictionary(v => v.Id);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var open = regels.Where(r => !ZakenVan(r, orders).Any(gesloten.Contains)).ToList();
        var inhouden = await Inhouden.Lees(
            eenheid.Sessie,
            open.SelectMany(r => r.Voorstel is { } v ? new[] { r.Gemeld.Inhoud, v.Toelichting } : [r.Gemeld.Inhoud]),
            ct
        );
        var beelden = open.Select(r =>
                Van(
                    r,
                    orders.GetValueOrDefault(r.Gemeld.Betaalopdracht ?? ""),
                    vorderingen.GetValueOrDefault(r.Gemeld.Vordering ?? ""),
                    orders.GetValueOrDefault(r.Voorstel?.Betaalopdracht ?? ""),
                    inhouden
                )
            )
            .ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. open.SelectMany(r => ZakenVan(r, orders)).Distinct()] };
    }

    private static IEnumerable<string> ZakenVan(Bankregel regel, Dictionary<string, Betaalopdracht> orders) =>
        new[] { regel.Gemeld.Betaalopdracht, regel.Voorstel?.Betaalopdracht }
            .OfType<string>()
            .Select(id => orders.GetValueOrDefault(id)?.Opdracht.Zaaknummer)
            .Concat(new[] { regel.Gemeld.Vordering, regel.Voorstel?.Vordering }.OfType<string>().Select(Betalingskenmerk.Zaak))
            .OfType<string>();

    /// <param name="waarop">The order on which it would be booked as is proposed; null where that is none.</param>
    private static Werkregel Van(
        Bankregel r,
        Betaalopdracht? betaalopdracht,
        Vordering? vordering,
        Betaalopdracht? waarop,
        Inhouden inhouden
    )
    {
        var inhoud = inhouden.Zoek<Bankregelinhoud>(r.Gemeld.Inhoud);
        return new Werkregel(
            r.Id,
            r.Status,
            r.Gemeld.Mutatie,
            r.Gemeld.Afschrift,
            r.Bedrag,
            r.Gemeld.Boekdatum,
            r.Gemeld.Betaalopdracht,
            inhoud?.EndToEndId,
            inhoud?.Tekst,
            Uitleg(r, betaalopdracht, vordering),
            r.Voorstel is { } v
                ? new Voorstelbeeld(
                    v.Afhandeling,
                    v.Betaalopdracht,
                    inhouden.Zoek<string>(v.Toelichting),
                    v.Door,
                    v.Op,
                    Regelvoorstelhash.Van(r, v),
                    v.Vordering,
                    v.Bankregel,
                    v.Afhandeling == Regelafhandeling.Retour ? waarop?.Opdracht.Bedrag - r.Bedrag : null
                )
                : null,
            r.OpTussenrekening,
            r.Gemeld.Op,
            r.Gemeld.Vordering,
            r.IsRetour
        );
    }

    /// <summary>Why it was not booked by itself, as its order or its claim is now.</summary>
    private static string Uitleg(Bankregel r, Betaalopdracht? betaalopdracht, Vordering? vordering) =>
        (betaalopdracht, vordering) switch
        {
            ({ } order, _) => AfschriftVerwerken.Beslis(order, [AfschriftVerwerken.Terug(r)], r.Gemeld.Op).Regels[0].Regel.Uitleg,
            (_, { Open.Totaal: > 0 }) when r.Bedrag > 0 =>
                "Van deze vordering staat weer iets open. Koppel deze boeking, of zoek uit of het geld terug moet naar de betaler.",
            (_, { } claim) => Ontvangsten.Beslis(claim, [AfschriftVerwerken.Terug(r)], r.Gemeld.Op).Regels[0].Regel.Uitleg,
            _ => Ontvangsten.Onbekend,
        };

    private static Beeld Van(Afschrift a, Afschriftgat? gat) =>
        new(
            a.Id,
            a.Gelezen.Kenmerk,
            a.Gelezen.Beginsaldo,
            a.Gelezen.Eindsaldo,
            a.Gelezen.Regels,
            a.Gelezen.Geboekt,
            a.Gelezen.OpWerklijst,
            a.Gelezen.Door,
            a.Gelezen.Op,
            a.Dag,
            gat?.Uitleg
        );

    /// <summary>By movement the case of the order or the claim of which it has the reference.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Zaken(
        IQuerySession sessie,
        IReadOnlyList<Afschriftregel> regels,
        CancellationToken ct
    )
    {
        var opdrachten = await BestandTonen.Zaken(sessie, regels.Select(r => r.EndToEndId).OfType<string>(), ct);
        var genoemd = regels
            .Select(r => (r.Mutatie, Vordering: Betalingskenmerk.Zoek(r.EndToEndId, r.Tekst)))
            .Where(x => x.Vordering is not null)
            .ToDictionary(x => x.Mutatie, x => x.Vordering!, StringComparer.Ordinal);
        var vorderingen = (await sessie.LoadManyAsync<Vordering>(ct, genoemd.Values.Distinct())).ToDictionary(v => v.Id, v => v.Zaaknummer);
        var zaken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var regel in regels)
        {
            if (
                opdrachten.TryGetValue(regel.EndToEndId ?? "", out var zaak)
                || (genoemd.TryGetValue(regel.Mutatie, out var vordering) && vorderingen.TryGetValue(vordering, out zaak))
            )
            {
                zaken[regel.Mutatie] = zaak;
            }
        }
        return zaken;
    }
}
