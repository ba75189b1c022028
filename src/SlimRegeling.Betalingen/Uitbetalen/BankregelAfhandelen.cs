using JasperFx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// What becomes of a movement that belongs to nothing by itself: one proposes what it is (<see cref="Regelafhandeling"/>), and another confirms. From the
/// suspense account it can still become anything else. Nothing is booked before both. What is more than stands open of a claim waits on.
/// </summary>
public static partial class BankregelAfhandelen
{
    /// <param name="Betaalopdracht">On which it is booked: where it is linked and not to a claim, a return, or what went to who attached it.</param>
    /// <param name="Toelichting">What shows what it is, or why that is not known yet.</param>
    /// <param name="Vordering">On which it is booked, where it is linked and not to an order; or which it is more than, where it is paid back.</param>
    /// <param name="Bankregel">The movement beside which it comes to nothing; only there.</param>
    public sealed record Verzoek(
        Regelafhandeling Afhandeling,
        string Toelichting,
        string? Betaalopdracht = null,
        string? Vordering = null,
        string? Bankregel = null
    );

    /// <param name="Hash">Of the proposal as it was looked at.</param>
    public sealed record Bevestiging(string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bankregels/{id}/voorstel", Voorstellen).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost("/bankregels/{id}/bevestiging", Bevestigen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voorstellen(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Bankregel> bankregels,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Vordering> vorderingen,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bankregels.Lees(id, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(id);
        }
        var vordering = verzoek.Vordering is { } kenmerk ? await vorderingen.Lees(kenmerk, ct) : null;
        var opdracht = verzoek.Betaalopdracht is { } nummer ? await betaalopdrachten.Lees(nummer, ct) : null;
        var ander = verzoek.Bankregel is { } andere ? await bankregels.Lees(andere, ct) : null;
        var nu = moment.Nu;
        var retourkosten = await Retourgrens(regelbron, nu, ct);
        var uitkomst = await bankregels.Schrijf(
            id,
            regel =>
                Beslis(
                    regel,
                    verzoek,
                    opdracht,
                    persoon.Onderwerp,
                    () => bankregels.Bewaar(id, verzoek.Toelichting),
                    nu,
                    retourkosten,
                    vordering,
                    ander
                ),
            ct
        );
        string?[] opdrachten = [bekend.Gemeld.Betaalopdracht, opdracht?.Id, ander?.Gemeld.Betaalopdracht];
        string?[] kenmerken = [bekend.Gemeld.Vordering, vordering?.Id, ander?.Gemeld.Vordering];
        return uitkomst with { Zaken = await Zaken(betaalopdrachten, opdrachten, kenmerken, ct) };
    }

    private static async Task<Uitkomst> Bevestigen(
        string id,
        Bevestiging verzoek,
        Persoon persoon,
        Stroom<Bankregel> bankregels,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Vordering> vorderingen,
        Ontvangsten ontvangsten,
        Opdragen opdragen,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bankregels.Lees(id, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(id);
        }
        var nu = moment.Nu;
        var vordering = bekend.Voorstel?.Vordering is { } kenmerk ? await vorderingen.Lees(kenmerk, ct) : null;
        var opdracht = bekend.Voorstel?.Betaalopdracht is { } nummer ? await betaalopdrachten.Lees(nummer, ct) : null;
        var ander = bekend.Voorstel?.Bankregel is { } andere ? await bankregels.Lees(andere, ct) : null;
        var retourkosten = await Retourgrens(regelbron, nu, ct);
        Regelvoorstel? voorstel = null;
        Opdracht? terug = null;
        var uitkomst = await bankregels.Schrijf(
            id,
            regel =>
            {
                // What was read beside it is of the proposal that lay there then: when another lies there now, all of it is decided again.
                if (regel.Voorstel != bekend.Voorstel)
                {
                    throw new ConcurrencyException(typeof(Bankregel), id);
                }
                voorstel = regel.Voorstel;
                if (Gezien(regel, verzoek.Hash) is { } gewijzigd)
                {
                    return gewijzigd;
                }
                var beslissing = Bevestig(regel, persoon.Onderwerp, nu, vordering, opdracht, ander);
                terug = beslissing.Gebeurtenissen.OfType<TerugbetalingOpgedragen>().FirstOrDefault()?.Opdracht;
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null && terug is { } order)
        {
            await opdragen.Voer(order, ct);
        }
        if (uitkomst.Weigering is null && voorstel is { } gedaan)
        {
            // What it means for what it is booked on, in the same transaction: when that refuses, nothing is booked.
            var geboekt = gedaan switch
            {
                { Bankregel: { } naast } => await bankregels.Schrijf(
                    naast,
                    regel => ValWeg(regel, bekend, gedaan, persoon.Onderwerp, nu),
                    ct
                ),
                { Betaalopdracht: { } waarop } => await betaalopdrachten.Schrijf(
                    waarop,
                    o => Boek(gedaan.Afhandeling, o, bekend, nu, retourkosten, persoon.Onderwerp),
                    ct
                ),
                { Afhandeling: Regelafhandeling.Koppelen, Vordering: not null } when vordering is not null => await ontvangsten.Koppel(
                    vordering.Id,
                    bekend,
                    Boek(vordering, bekend, nu).Over,
                    nu,
                    ct
                ),
                _ => uitkomst,
            };
            if (geboekt.Weigering is not null)
            {
                uitkomst = geboekt;
            }
        }
        string?[] opdrachten = [bekend.Gemeld.Betaalopdracht, voorstel?.Betaalopdracht, ander?.Gemeld.Betaalopdracht];
        string?[] kenmerken = [bekend.Gemeld.Vordering, vordering?.Id, ander?.Gemeld.Vordering];
        return uitkomst with { Zaken = await Zaken(betaalopdrachten, opdrachten, kenmerken, ct) };
    }

    /// <summary>What a bank can have kept of a return at most, in euro.</summary>
    private static async Task<decimal> Retourgrens(Regelbron<BetalingenContext> regelbron, Instant nu, CancellationToken ct) =>
        Retourkosten.Hoogstens(Geldschuldregels.Op(await regelbron.Nu(ct), nu), Moment.Dag(nu));

    /// <summary>The cases of these orders and claims.</summary>
    private static async Task<IReadOnlyList<string>> Zaken(
        Stroom<Betaalopdracht> betaalopdrachten,
        string?[] opdrachten,
        string?[] vorderingen,
        CancellationToken ct
    )
    {
        var zaken = vorderingen.OfType<string>().Select(Betalingskenmerk.Zaak).ToList();
        foreach (var id in opdrachten.OfType<string>().Distinct())
        {
            if (await betaalopdrachten.Lees(id, ct) is { } betaalopdracht)
            {
                zaken.Add(betaalopdracht.Opdracht.Zaaknummer);
            }
        }
        return [.. zaken.Distinct()];
    }
}
