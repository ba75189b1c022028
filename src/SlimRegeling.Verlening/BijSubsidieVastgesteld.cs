using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Closes the award: from here on it can only be changed by objection or withdrawal of the settlement. What was settled last counts, as another one can
/// come in the place of the first.
/// </summary>
public sealed class BijSubsidieVastgesteld(Stroom<Verlening> verleningen) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, SubsidieVastgesteldBericht bericht) =>
        verlening switch
        {
            { Vaststelling: { } eerder } when !new Zegmoment(bericht.Op, bericht.Versie).Na(new(eerder.Op, eerder.Versie)) =>
                Beslissing.Geen,
            // One that crossed a withdrawal is worth no more than what that left.
            { Verleend: { } verleend } when bericht.Vastgesteld <= verleend.Bedrag || verlening.IsIngetrokken => new VaststellingOntvangen(
                bericht.Besluit,
                Math.Min(bericht.Vastgesteld, verleend.Bedrag),
                bericht.Op,
                bericht.Ondertekenaars,
                bericht.Versie,
                bericht.Verleend,
                bericht.Vastgesteld > verleend.Bedrag ? bericht.Vastgesteld : null
            ),
            { Verleend: not null } => Weigering.Van("hoger-dan-verleend", "De subsidie is hoger vastgesteld dan zij is verleend."),
            _ => Weigering.Van("niet-verleend", "De subsidie is vastgesteld, maar hier niet verleend."),
        };
}
