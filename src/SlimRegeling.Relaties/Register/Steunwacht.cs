using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Register;

/// <summary>
/// What was late for the central register when that was last looked at, for the reconciliation: an alarm stands until someone confirms the delivery. It
/// decides nothing; the list of work looks at the clock itself.
/// </summary>
public sealed record Steunwacht(string Id, Instant Op, IReadOnlyList<Steunwacht.Regel> TeLaat)
{
    internal const string Naam = "steunwacht";

    private const string NietBevestigd = """
        select r ->> 'zaaknummer', 'steun ' || (r ->> 'kenmerk') || ' uiterlijk ' || (r ->> 'uiterlijk') || ' in het centrale register',
          'niet bevestigd dat zij daarin staat'
        from {schema}.mt_doc_steunwacht w cross join lateral jsonb_array_elements(w.data -> 'teLaat') r
        """;

    /// <param name="Uiterlijk">As 2026-07-20.</param>
    public sealed record Regel(string Kenmerk, string Zaaknummer, string Uiterlijk);

    /// <param name="nietBevestigd">What is not confirmed to be in the register.</param>
    public static Steunwacht Van(IEnumerable<Openregel> nietBevestigd, Instant nu) =>
        new(
            Naam,
            nu,
            [
                .. nietBevestigd
                    .Where(r => r.Uiterlijk < Moment.Dag(nu))
                    .Select(r => new Regel(r.Sleutel.Kenmerk, r.Sleutel.Zaaknummer, LocalDatePattern.Iso.Format(r.Uiterlijk))),
            ]
        );

    /// <summary>Without what was delivered now.</summary>
    public Steunwacht Zonder(IEnumerable<Opgaveregel> geleverd)
    {
        var kenmerken = geleverd.Select(r => r.Sleutel.Kenmerk).ToHashSet(StringComparer.Ordinal);
        return this with { TeLaat = [.. TeLaat.Where(r => !kenmerken.Contains(r.Kenmerk))] };
    }

    internal static void Controleer(Contextbouwer context) =>
        context.Controle("de-minimissteun staat binnen twintig werkdagen in het centrale register", NietBevestigd);
}

/// <summary>Looks each morning at what is late. A run that is late or missed shows it later; a second one changes nothing.</summary>
public sealed class Steunwachtronde(Werkeenheid<RelatiesContext> eenheid, Registerlezer lezer, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct) => eenheid.Sessie.Store(Steunwacht.Van((await lezer.Lees(ct)).NietBevestigd, moment.Nu));
}
