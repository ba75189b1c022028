using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Relaties.Register;

namespace SlimRegeling.Relaties;

/// <summary>
/// The de-minimis aid that this scheme granted to an enterprise, whether the central register has it, and what could be granted today. To an employee with an
/// interest of their own in a case its aid counts, and is not shown.
/// </summary>
public static class SteunBekijken
{
    /// <param name="Vanaf">First day of the period that counts for aid granted today.</param>
    /// <param name="Beschikbaar">What could be granted today under the ceiling of the enterprise's sector.</param>
    public sealed record Beeld(
        string KvkNummer,
        LocalDate Peildatum,
        LocalDate Vanaf,
        decimal Plafond,
        decimal Meegeteld,
        decimal Beschikbaar,
        string Regelversie,
        string Artikel,
        IReadOnlyList<Postbeeld> Steun
    );

    /// <param name="RuimteNa">What was left after it on the day it was granted.</param>
    /// <param name="TeltMee">Whether it counts for aid granted today.</param>
    /// <param name="Register">Whether the central register of de-minimis aid has it as it stands.</param>
    public sealed record Postbeeld(
        string Zaaknummer,
        decimal Bedrag,
        LocalDate VerleendOp,
        decimal RuimteNa,
        bool TeltMee,
        Registerstatus Register,
        [property: Description("Het nummer van het besluit waarmee de steun is verleend; ontbreekt als dat hier niet bekend is.")]
            string? Besluit = null,
        [property: Description("De dag waarop het register deze steun kreeg; ontbreekt zolang zij er niet in staat.")]
            LocalDate? GeleverdOp = null,
        [property: Description("De laatste dag waarop de steun in het register hoort te staan; ontbreekt als zij er al in staat.")]
            LocalDate? RegisterUiterlijk = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/ondernemingen/{kvkNummer}/steun",
                async (
                    string kvkNummer,
                    Stroom<Onderneming> ondernemingen,
                    Werkeenheid<RelatiesContext> eenheid,
                    Regelbron<RelatiesContext> regelbron,
                    IBelangen belangen,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
                    var gesloten = persoon.IsMedewerker ? await belangen.Gesloten(persoon.Onderwerp, ct) : null;
                    var bekend = await ondernemingen.Lees(kvkNummer, ct);
                    string[] zaken = [.. (bekend?.Steun ?? []).Select(post => post.Zaaknummer).Distinct(StringComparer.Ordinal)];
                    var besluiten = Besluiten(await eenheid.Sessie.LoadManyAsync<Steunzaak>(ct, zaken));
                    var geleverd = await Geleverd(eenheid, kvkNummer, ct);
                    return await ondernemingen.Toon(
                        kvkNummer,
                        onderneming => Van(onderneming, regels, nu, gesloten, besluiten, geleverd),
                        ct
                    );
                }
            )
            .Geeft<Beeld>()
            .LegtInzageVast("steun")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij, Rol.Beoordelaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <summary>By case the number of its award: who received it knows the letter by that.</summary>
    public static IReadOnlyDictionary<string, string> Besluiten(IEnumerable<Steunzaak> zaken) =>
        zaken
            .Select(zaak => (zaak.Id, Verlening: zaak.Verleningen.FirstOrDefault(v => v.Soort == Steunbesluit.Verlening)))
            .Where(zaak => zaak.Verlening is not null)
            .ToDictionary(zaak => zaak.Id, zaak => zaak.Verlening!.Besluit, StringComparer.Ordinal);

    /// <summary>The files with aid to this enterprise that the central register took, in the order in which they were made.</summary>
    private static Task<IReadOnlyList<Steunopgave>> Geleverd(
        Werkeenheid<RelatiesContext> eenheid,
        string kvkNummer,
        CancellationToken ct
    ) =>
        eenheid.Sessie.QueryAsync<Steunopgave>(
            """
            where data ->> 'bevestigd' is not null
              and data -> 'gemaakt' -> 'regels' @> jsonb_build_array(jsonb_build_object('kvkNummer', ?::text))
            order by id
            """,
            ct,
            kvkNummer
        );

    /// <summary>De minimis follows its own date, so the rule version is that of the day, not of a window.</summary>
    /// <param name="gesloten">The cases that are closed to who looks; null when none can be.</param>
    /// <param name="besluiten">By case the number of its award; null when none is known.</param>
    /// <param name="geleverd">Files that the central register took, in the order in which they were made; null when there are none.</param>
    public static Beeld Van(
        Onderneming onderneming,
        Regelstanden regels,
        Instant nu,
        IReadOnlySet<string>? gesloten = null,
        IReadOnlyDictionary<string, string>? besluiten = null,
        IReadOnlyList<Steunopgave>? geleverd = null
    )
    {
        var plaats = Registerplaats.Van(Registerstand.Van(onderneming, regels), geleverd ?? []);
        var (dag, versie) = (Moment.Dag(nu), Steunruimte.Nu(regels, nu));
        var ruimte = Steunruimte.Op(versie, onderneming.HoofdSbi, onderneming.Steun, dag);
        return new(
            onderneming.Id,
            dag,
            ruimte.Vanaf,
            ruimte.Plafond,
            ruimte.Meegeteld,
            ruimte.Beschikbaar,
            versie.Id,
            versie.Parameters[Parameters.DeMinimisPeriode.Code].Artikel,
            [
                .. onderneming
                    .Steun.Where(post => gesloten?.Contains(post.Zaaknummer) != true)
                    .Select(post =>
                    {
                        var (status, geleverdOp, uiterlijk) = plaats(new(onderneming.Id, post.Zaaknummer, post.Besluit));
                        return new Postbeeld(
                            post.Zaaknummer,
                            post.Bedrag,
                            post.VerleendOp,
                            post.RuimteNa,
                            post.VerleendOp >= ruimte.Vanaf && post.VerleendOp <= dag,
                            status,
                            post.Besluit ?? besluiten?.GetValueOrDefault(post.Zaaknummer),
                            geleverdOp,
                            uiterlijk
                        );
                    }),
            ]
        );
    }
}
