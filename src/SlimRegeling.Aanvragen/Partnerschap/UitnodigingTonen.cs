using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>The common plan and the own part, to the party that was invited.</summary>
public static class UitnodigingTonen
{
    /// <param name="Afdruk">Of the part and the plan as they are shown; who signs sends it along.</param>
    [Description("Het gezamenlijke plan en uw eigen deel.")]
    public sealed record Antwoord(
        string Zaaknummer,
        string Tijdvak,
        Uitnodigingsstand Stand,
        string Hoofdaanvrager,
        Instant Sluit,
        string KvkNummer,
        [property: Description("De soort partij, zoals de hoofdaanvrager die opgaf.")] string Type,
        Gezamenlijk Gezamenlijk,
        Partijopgave Deel,
        [property: Description("Wat er in uw deel niet klopt of ontbreekt voordat u kunt ondertekenen.")] IReadOnlyList<Fout> Fouten,
        [property: Description("Stuur dit mee als u ondertekent: zo tekent u wat u zag.")] string Afdruk,
        string? HoofdaanvragerNaam = null,
        Instant? OndertekendOp = null,
        [property: Description("true als uw deel is gewijzigd nadat u ondertekende: uw handtekening geldt niet meer.")]
            bool? HandtekeningVervallen = null,
        [property: Description("true als het gezamenlijke plan is gewijzigd nadat u ondertekende.")] bool? PlanGewijzigd = null,
        Instant? IngediendOp = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/uitnodigingen/{zaaknummer}", Voer)
            .Voor(Rol.Aanvrager, Rol.Partij)
            .EigenZaak()
            .Geeft<Antwoord>()
            .WithSummary("Het gezamenlijke plan en uw eigen deel")
            .WithDescription("Voor een partij die is uitgenodigd. De cijfers en de verklaringen van andere partijen staan er niet in.");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    ) =>
        await Partijblik.Lees(zaaknummer, eenheid, tijdvakken, persoon.KvkNummer ?? "", ct) is { } blik
            ? Uitkomst.Ok(Toon(blik, await regelbron.Nu(ct), moment.Nu)) with
            {
                Versie = blik.Concept.Version,
            }
            : Weigering.NietGevonden(zaaknummer);

    internal static Antwoord Toon(Partijblik blik, Regelstanden regels, Instant nu)
    {
        var (uitnodiging, partij, plan) = (blik.Uitnodiging, blik.Partij, blik.Plan(regels, nu));
        var getekend = uitnodiging.IsGetekend(partij) ? uitnodiging.Handtekening : null;
        return new(
            blik.Concept.Id,
            blik.Concept.Tijdvak,
            blik.Stand(nu),
            blik.Concept.KvkNummer,
            blik.Tijdvak.Sluit,
            partij.KvkNummer,
            partij.Type,
            plan,
            Partijopgave.Van(partij),
            blik.Fouten(regels, nu),
            Afdruk(partij, plan),
            blik.Hoofdaanvrager?.Naam,
            getekend?.Op,
            uitnodiging.HandtekeningVervallen(partij) ? true : null,
            getekend?.IsVoorPlan(plan) == false ? true : null,
            blik.Concept.Ontvangen?.OntvangenOp
        );
    }

    /// <summary>Of what the reader has in sight, so it needs no salt.</summary>
    internal static string Afdruk(Partijgegevens partij, Gezamenlijk plan) =>
        Werkeenheid.Hash(Partijopgave.Van(partij).Afdruk(), plan.Afdruk());
}
