using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>
/// What submitting would say of a draft as it stands now, each thing at its place, and what it would yield. Stores nothing. Whether the window is
/// open and who takes part already is for the moment of submission.
/// </summary>
public static class ConceptControleren
{
    [Description("Wat er aan een concept ontbreekt of niet klopt, en wat het nu zou opleveren.")]
    public sealed record Antwoord(
        [property: Voorbeeld("\"2026-04-mkb\"")] string Tijdvak,
        [property: Voorbeeld("\"slim-2026\"")] string Regelversie,
        [property: Description("Of het zo kan worden ingediend in een tijdvak dat open is.")] bool Indienbaar,
        [property: Description("Wat indienen tegenhoudt.")] IReadOnlyList<Punt> Fouten,
        [property: Description("Wat indienen niet tegenhoudt, maar waarop de aanvraag nu zou worden afgewezen.")]
            IReadOnlyList<Punt> Aandachtspunten,
        [property: Description("Wat niets tegenhoudt en goed is om te weten, zoals een uurtarief dat maar voor een deel meetelt.")]
            IReadOnlyList<Punt> Opmerkingen,
        [property: Description("Codes van verklaringen die nog ontbreken; zij kunnen ook later worden aangevuld.")]
            IReadOnlyList<string> Ontbreekt,
        [property: Description("Wat het plan nu oplevert; ontbreekt zolang er niets te rekenen is.")] Opbrengst? Berekening = null,
        [property: Description(
            "De kosten die nu meetellen, ook als de omvang van de onderneming of van de partijen nog niet is ingevuld; ontbreekt zolang er geen zijn."
        )]
            Kostenopbrengst? Kosten = null,
        [property: Description(
            "Partijen die zijn uitgenodigd en nog niet online bevestigden; dat houdt indienen niet tegen. Ontbreekt als niemand is uitgenodigd of ieder bevestigde."
        )]
            IReadOnlyList<Punt>? NietBevestigd = null
    );

    public sealed record Punt(
        [property: Description("De plaats in het concept als JSON Pointer; leeg voor het geheel.")]
        [property: Voorbeeld("\"/activiteiten/0/externeUren/1/uurtarief\"")]
            string Plaats,
        [property: Description("Dezelfde plaats, zoals zij in een weigering staat.")]
        [property: Voorbeeld("\"activiteiten[0].externeUren[1].uurtarief\"")]
            string Veld,
        string Uitleg,
        string? Artikel = null
    )
    {
        internal static Punt Van(Fout fout) =>
            new(
                fout.Veld.Length == 0
                    ? ""
                    : $"/{fout.Veld.Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/')}",
                fout.Veld,
                fout.Uitleg,
                fout.Artikel
            );
    }

    /// <summary>As a proefberekening of the same plan says it.</summary>
    public sealed record Opbrengst(
        [property: AllowedValues(Proefberekenen.Subsidiabel, Proefberekenen.NietSubsidiabel)] string Uitkomst,
        [property: Description("De externe kosten en de loonkosten die meetellen: wat de partijen van een samenwerkingsverband verdelen.")]
            decimal ExternEnLoon,
        decimal SubsidiabeleKosten,
        decimal Percentage,
        decimal Subsidiebedrag,
        bool MaximumToegepast,
        decimal Voorschot,
        IReadOnlyList<Tonen.Toetsregel> Toetsen,
        IReadOnlyList<Tonen.Bedragregel> Regels
    );

    public sealed record Kostenopbrengst(
        decimal SubsidiabeleKosten,
        [property: Description("Hoe zij zijn berekend, regel voor regel met het artikel.")] IReadOnlyList<Tonen.Bedragregel> Regels
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/concept/controle", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Antwoord>()
            .WithSummary("Wat er aan een concept ontbreekt of niet klopt")
            .WithDescription("Dezelfde controles als bij indienen, op het concept zoals het nu is bewaard. Er wordt niets opgeslagen.");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is not { } concept || !eenheid.MagZien(concept))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (concept.Ontvangen is not null)
        {
            return ConceptOpslaan.AlIngediend(zaaknummer);
        }
        var tijdvak =
            await tijdvakken.Zoek(concept.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
        var versie = (await regelbron.Nu(ct)).Versie(tijdvak.Regelversie, moment.Nu);
        var onbevestigd = await Onbevestigd.Van(concept, tijdvak.Aanvragertype, eenheid, ct);
        return Uitkomst.Ok(
            Controleer(concept, tijdvak, versie) with
            {
                NietBevestigd = onbevestigd.Count > 0 ? [.. onbevestigd.Select(o => Punt.Van(o.Fout(versie)))] : null,
            }
        ) with
        {
            Versie = concept.Version,
        };
    }

    internal static Antwoord Controleer(Concept concept, Aanvraagtijdvak tijdvak, Regelversie versie)
    {
        var (formulier, type) = (concept.Formulier, tijdvak.Aanvragertype);
        var fouten = Indieningscontrole.Van(formulier, type, versie, concept.KvkNummer).Fouten;
        var delen = Deelcontrole.Van(formulier, tijdvak, versie, concept.KvkNummer);
        return new(
            tijdvak.Id,
            versie.Id,
            fouten.Count == 0,
            [.. fouten.Select(Punt.Van)],
            // Too many staff is said at that field already.
            [
                .. delen
                    .Aandachtspunten.Where(a => a.Veld != "onderneming" || !fouten.Any(f => f.Veld == "onderneming.werkzamePersonen"))
                    .Select(Punt.Van),
            ],
            [.. delen.Opmerkingen.Select(Punt.Van)],
            formulier.Ontbreekt(versie, type),
            delen.Beoordeling is { } beoordeling ? Toon(beoordeling) : null,
            delen.Kosten is { } kosten ? new(kosten.Bedrag, [.. kosten.Regels.Select(Tonen.Bedrag)]) : null
        );
    }

    private static Opbrengst Toon(Beoordeling beoordeling) =>
        new(
            beoordeling.Subsidiabel ? Proefberekenen.Subsidiabel : Proefberekenen.NietSubsidiabel,
            beoordeling.Berekening.ExternEnLoon,
            beoordeling.Berekening.SubsidiabeleKosten,
            beoordeling.Berekening.Percentage ?? 0m,
            beoordeling.Subsidiebedrag,
            beoordeling.Berekening.MaximumToegepast,
            beoordeling.Voorschot,
            [.. beoordeling.Toetsen.Select(t => Tonen.Toets(t, null))],
            [.. beoordeling.Berekening.Regels.Select(Tonen.Bedrag)]
        );
}
