using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// What an assessment would come to, as far as it is written: the rules compute at once, and nothing is stored. Judgments may still be missing.
/// </summary>
public static class Proefbeoordelen
{
    /// <param name="Voorstel">verlenen or afwijzen; absent while something is not judged yet.</param>
    /// <param name="Gronden">Codes of the grounds that stand in the way.</param>
    /// <param name="TeOordelen">Codes that are not judged yet.</param>
    /// <param name="Subsidie">Euro; zero when a ground stands in the way.</param>
    /// <param name="Begroting">Each line, judged; empty when the budget was given in its place.</param>
    public sealed record Beeld(
        IReadOnlyList<string> Gronden,
        IReadOnlyList<string> TeOordelen,
        IReadOnlyList<Tonen.Toetsregel> Toetsen,
        IReadOnlyList<Tonen.Bedragregel> Berekening,
        IReadOnlyList<Beoordeelderegel> Begroting,
        decimal SubsidiabeleKosten,
        decimal Subsidie,
        decimal Voorschot,
        Voorstel? Voorstel = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/beoordeling/proef", Voer)
            .Voor(Rol.Beoordelaar)
            .SlaatNietsOp()
            .LegtInzageVast("proefbeoordeling")
            .Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Beoordelen.Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var dossier = await Beoordelen.Dossier.Lees(aanvraag, eenheid, tijdvakken, contexten, ct);
        var nu = moment.Nu;
        var versie = (await regelbron.Nu(ct)).Versie(ingediend.Regelversie, nu);
        var zonder = Weging.Weeg(versie, aanvraag, dossier.Formulier, null, dossier.Subsidies, new Dictionary<string, bool>(), nu);
        var nodig = Weging.TeOordelen(zonder);
        var (toets, begroting, begrotingsfouten) = Beoordelen.Begroting(verzoek, dossier.Formulier, versie);
        IReadOnlyList<Fout> fouten = [.. Beoordelen.Oordelen(nodig, verzoek.Gronden, compleet: false), .. begrotingsfouten];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var oordelen = verzoek.Gronden.ToDictionary(o => o.Code, o => o.Uitkomst == Beoordelen.Uitkomstoordeel.Voldaan);
        var weging = Weging.Weeg(versie, aanvraag, dossier.Formulier, begroting, dossier.Subsidies, oordelen, nu);
        return Uitkomst.Ok(Toon(weging, toets, [.. nodig.Except(oordelen.Keys)]));
    }

    internal static Beeld Toon(Beoordeling weging, Begrotingstoets? toets, IReadOnlyList<string> open) =>
        new(
            [.. weging.Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan && Grondcode.Alle.Contains(t.Code)).Select(t => t.Code)],
            open,
            [.. weging.Toetsen.Select(t => Tonen.Toets(t, null))],
            [.. weging.Berekening.Regels.Select(Tonen.Bedrag)],
            toets?.Regels ?? [],
            weging.Berekening.SubsidiabeleKosten,
            weging.Subsidiebedrag,
            weging.Voorschot,
            open.Count > 0 ? null
                : weging.Subsidiabel ? Voorstel.Verlenen
                : Voorstel.Afwijzen
        );
}
