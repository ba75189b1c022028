using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

/// <summary>Confirms the receipt of an objection (6:14 Awb).</summary>
public sealed class BijBezwaarIngediend(Verzenden verzenden) : IVerwerker<BezwaarIngediendBericht>
{
    public Task Verwerk(BezwaarIngediendBericht bericht, CancellationToken ct) =>
        Bezwaarpost.GaatVanzelf(bericht.Indiener) ? verzenden.Vraag(new() { Bezwaarontvangst = bericht }, ct) : Task.CompletedTask;
}

public sealed class BijBezwaarHerstelGevraagd(Verzenden verzenden) : IVerwerker<BezwaarHerstelGevraagdBericht>
{
    public Task Verwerk(BezwaarHerstelGevraagdBericht bericht, CancellationToken ct) =>
        Bezwaarpost.GaatVanzelf(bericht.Indiener) ? verzenden.Vraag(new() { Bezwaarherstel = bericht }, ct) : Task.CompletedTask;
}

public sealed class BijBezwaarHoorzitting(Verzenden verzenden) : IVerwerker<BezwaarHoorzittingBericht>
{
    public Task Verwerk(BezwaarHoorzittingBericht bericht, CancellationToken ct) =>
        Bezwaarpost.GaatVanzelf(bericht.Indiener) ? verzenden.Vraag(new() { Hoorzitting = bericht }, ct) : Task.CompletedTask;
}

/// <summary>Tells of a later last day when it was decided so (7:10 Awb); what follows from other letters they say themselves.</summary>
public sealed class BijBezwaarBeslistermijn(Verzenden verzenden) : IVerwerker<BezwaarBeslistermijnBericht>
{
    public Task Verwerk(BezwaarBeslistermijnBericht bericht, CancellationToken ct) =>
        bericht.Reden is "commissie" or "verdaging" or "uitstel" && Bezwaarpost.GaatVanzelf(bericht.Indiener)
            ? verzenden.Vraag(new() { Beslistermijn = bericht }, ct)
            : Task.CompletedTask;
}

/// <summary>Whoever objected, the enterprise whose case it is has to know what was decided (7:12, second paragraph, Awb).</summary>
public sealed class BijBezwaarBeslist(Verzenden verzenden) : IVerwerker<BezwaarBeslistBericht>
{
    public Task Verwerk(BezwaarBeslistBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Bezwaarbeslissing = bericht }, ct);
}

internal static class Bezwaarpost
{
    /// <summary>Of someone else than the applicant no address is known here: who deals with the objection writes to them.</summary>
    public static bool GaatVanzelf(string indiener) => indiener == "aanvrager";
}
