using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>
/// What a letter would say with this text, for a real case or an invented one. Whom it goes to is left out: who edits texts needs no name. A real case
/// that is seen so is in the view log as any other.
/// </summary>
public static class Voorbeeld
{
    private static readonly string[] Ontvanger = ["(naam van de onderneming)", "(straat en huisnummer)", "(postcode en plaats)"];

    public sealed record Verzoek(string Onderwerp, string Tekst);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/briefsjablonen/{soort}/voorbeeld", Verzonnen).Voor(Rol.Regelbeheerder).SlaatNietsOp().Geeft<Briefpagina>();
        api.MapPost("/briefsjablonen/{soort}/voorbeeld/{zaaknummer}", Echt)
            .Voor(Rol.Regelbeheerder)
            .LegtInzageVast("brief")
            .SlaatNietsOp()
            .Geeft<Briefpagina>();
    }

    private static async Task<Uitkomst> Verzonnen(
        string soort,
        Verzoek verzoek,
        Regelbron<DossiersContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Briefsoorten.Zoek(soort) is not { } brief)
        {
            return Voorstel.OnbekendeSoort(soort);
        }
        var opdracht = brief.Voorbeeld;
        var versie = (await regelbron.Nu(ct)).Versie(Regelkeuze.Van(opdracht, null), opdracht.Op);
        return Toon(
            brief,
            verzoek,
            new Briefgeval(
                opdracht,
                versie,
                moment.Vandaag,
                Voorbeeldzaak.Onderbouwing,
                Voorbeeldzaak.Motivering,
                Voorbeeldzaak.Toelichting,
                Voorbeeldzaak.Hersteltekst,
                Voorbeeldzaak.Oordelen,
                Declaratievraag: Voorbeeldzaak.Declaratievraag,
                Wijziging: Voorbeeldproject.Argument,
                Intrekkingstekst: Voorbeeldintrekking.Tekst,
                Vorderingstekst: Voorbeeldvordering.Tekst
            )
        );
    }

    private static async Task<Uitkomst> Echt(
        string soort,
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Werkeenheid<DossiersContext> eenheid,
        Onderbouwingen onderbouwingen,
        Regelbron<DossiersContext> regelbron,
        Moment moment,
        ILogger<Briefsjabloon> log,
        CancellationToken ct
    )
    {
        if (Briefsoorten.Zoek(soort) is not { } brief)
        {
            return Voorstel.OnbekendeSoort(soort);
        }
        var nummer = zaaknummer.ToString();
        var brieven = await eenheid.Sessie.Query<Brief>().Where(b => b.Zaaknummer == nummer).ToListAsync(ct);
        if (brieven.Select(b => b.Opdracht).Where(o => o?.Soort == soort).MaxBy(o => o!.Op) is not { } opdracht)
        {
            return Weigering.NietGevonden(nummer) with
            {
                Uitleg =
                    $"Zaak {nummer} kreeg geen brief '{brief.Titel}'. Kies een andere zaak, of laat het veld leeg voor een verzonnen zaak.",
            };
        }
        try
        {
            var versie = (await regelbron.Nu(ct)).Versie(
                Regelkeuze.Van(opdracht, await eenheid.Sessie.LoadAsync<Zaak>(nummer, ct)),
                opdracht.Op
            );
            var geval = await onderbouwingen.Geval(opdracht, versie, moment.Vandaag, ct);
            return Toon(brief, verzoek, geval) with { Zaak = nummer };
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "Why {Zaaknummer} was decided so cannot be asked now", nummer);
            return NietNu;
        }
    }

    private static Uitkomst Toon(Briefsoort soort, Verzoek verzoek, Briefgeval geval)
    {
        var tekst = Sjabloontekst.Van(verzoek.Onderwerp, verzoek.Tekst);
        return Sjablooncontrole.Fouten(soort.Velden, tekst) is { Count: > 0 } fouten
            ? Weigering.Invoer(fouten)
            : Uitkomst.Ok(Briefpagina.Van(Brieftekst.Van(new Sjabloon(soort.Velden, tekst, 0), geval, Ontvanger)));
    }

    private static Weigering NietNu =>
        new()
        {
            Code = "onderbouwing-onzeker",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "Wij kunnen de uitleg bij deze zaak nu niet ophalen. Probeer het over een minuut opnieuw.",
        };
}
