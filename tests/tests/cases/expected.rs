//! What each published case says, checked against its source: one line a fact with every field that is filled, sorted by
//! name. A fact that is missing here or in the file fails.

/// A case and the lines that its record must show, list by list.
pub struct Case {
    /// Its name, which is its file's.
    pub name: &'static str,
    /// The file.
    pub json: &'static [u8],
    /// The person, a line a field.
    pub patient: &'static [&'static str],
    /// The background, a line a field.
    pub background: &'static [&'static str],
    /// Operations in order.
    pub surgeries: &'static [&'static str],
    /// Symptoms.
    pub symptoms: &'static [&'static str],
    /// Imaging notes.
    pub imaging: &'static [&'static str],
    /// Treatments in order.
    pub treatments: &'static [&'static str],
    /// Scores and measures.
    pub scores: &'static [&'static str],
}

/// The published cases.
pub const CASES: &[Case] = &[
    Case {
        name: "case-01",
        json: include_bytes!("../../cases/case-01.json"),
        patient: &[
            "born=age 27 at first visit",
            "citation=locator 10.1007/s13760-018-0938-4, source Acta Neurologica Belgica (letter to the editor), year 2018",
            "family=Case 01",
            "note=4-year history. / Examination: right foot weakness (grade not given); straight leg raise positive right 10 deg; straight leg raise positive left 30 deg; hypoaesthesia S1; walks only with a crutch.",
            "occupation=lost her job because of pain",
            "sex=female",
        ],
        background: &[
            "conditions=missing unknown",
            "red_flags=right foot weakness; post-operative CSF collection",
        ],
        surgeries: &[
            "indication=acute right leg pain | levels=L5-S1 | note=Herniation recurred. | procedures=disc herniation removal | result_back=words persisted | result_limb=words persisted | side=missing unknown | told_by=document | when=age 23",
            "complications=kind csf_leak, words CSF collection seen before operation 3 (causing operation not stated) | indication=recurrent herniation, same level | levels=L5-S1 | note=New burning dysaesthesia right leg. | procedures=repeat disc herniation removal | reasons=herniation | result_back=words persisted | result_limb=words persisted | revises=operation 1 | side=missing unknown | told_by=document | when=2 months after operation 1",
            "implants=kind interspinous, name interspinous devices L4-L5 and L5-S1 | indication=persistent symptoms, CSF collection | levels=L4-S1 | note=Time in the source: after 2 years (counting point not stated). | procedures=scar neurolysis; CSF leak repair; interspinous device | result_back=judged worse | result_limb=judged worse | told_by=document | when=after operation 2",
            "implants=kind unknown, name L4-L5-S1 fixation | indication=probably instability prevention; letter authors saw no clear instability | levels=L4-S1 | procedures=interspinous device removal; fixation | result_back=words persisted | result_limb=words persisted | revises=operation 3 | told_by=document | when=after operation 3",
        ],
        symptoms: &[
            "onset=unknown | site=low back | told_by=document",
            "onset=age 23 | onset_words=right leg acute at 23; burning after operation 2 | qualities=burning dysaesthesia; hypoaesthesia | radiation=S1 territory for dysaesthesia | side=bilateral | side_words=both, right > left | site=leg | told_by=document",
        ],
        imaging: &[
            "findings=kind disc_herniation, levels L5-S1 | modality=not_stated | note=Modality not visible. | told_by=document | when=before operation 1",
            "findings=kind csf_collection | modality=not_stated | note=Modality not visible. | told_by=document | when=before operation 3",
            "findings=kind instability, stated absent, what none clear, per letter authors | modality=not_stated | note=Modality not visible. | told_by=document | when=before operation 4",
        ],
        treatments: &[
            "dose=600 mg/day in 2 doses (q12h) | kind=drug | name=pregabalin | responses=words insufficient | started=after operation 4 | told_by=document",
            "kind=drug | name=NSAID | note=Name, dose not given. | responses=words insufficient | started=after operation 4 | told_by=document",
            "kind=drug | name=opioid | note=Name, dose not given. Opioid load in mg/day oral morphine equivalent without a value: opioid named only as a class. | responses=words insufficient | started=after operation 4 | told_by=document",
            "injection=agents kind other, name hyaluronidase, type adhesiolysis | kind=intervention | name=epiduroscopy with adhesiolysis + hyaluronidase | note=Time in the source: 1 year later (after maximised drugs). | started=after operation 4 | told_by=document",
        ],
        scores: &[],
    },
    Case {
        name: "case-02",
        json: include_bytes!("../../cases/case-02.json"),
        patient: &[
            "born=age 51 at first visit",
            "citation=authors Kapural (from the page address), locator http://www.spineuniverse.com/professional/case-studies/kapural/intractable-chronic-pain-patient-post-laminectomy, source SpineUniverse Case Study Library, title Intractable Chronic Pain in Patient with Post-laminectomy Syndrome (Failed Back Surgery)",
            "family=Case 02",
            "note=Examination: stooped at waist; antalgic gait; cane; paraspinal tenderness; slight leg weakness (side, grade not given).",
            "occupation=full-time college professor, job affected",
            "sex=male",
        ],
        background: &["conditions=insomnia; mild depression"],
        surgeries: &[
            "indication=stenosis | note=Level not reported. | procedures=lumbar laminectomy | reasons=stenosis | region=lumbar | told_by=document | when=4 years before first visit",
        ],
        symptoms: &[
            "aggravating=sitting > 20 min; standing > 20 min | intensity=7 | note=7/10 is one figure for back and leg. | onset=unknown | qualities=sharp; shooting | radiation=to left foot | site=low back | told_by=document",
            "intensity=7 | note=7/10 is one figure for back and leg. | onset=unknown | qualities=sharp; shooting | radiation=foot | side=left | site=leg | told_by=document",
        ],
        imaging: &[
            "findings=kind epidural_fibrosis, levels L5 root, what scar around L5 root; kind disc_degeneration, levels several levels; kind foraminal_stenosis, levels several levels, severity mild_to_moderate | modality=mri | told_by=document | when=unknown",
        ],
        treatments: &[
            "dose=\"optimal dosing\", mg not given | kind=drug | name=oxycodone (OxyContin) | note=Opioid load in mg/day oral morphine equivalent, from oxycodone MR: dose not given, not calculable. | responses=words insufficient | started=before first visit | told_by=document",
            "dose=\"optimal dosing\" | kind=drug | name=pregabalin (Lyrica) | responses=words insufficient | started=before first visit | told_by=document",
            "dose=\"optimal dosing\" | kind=drug | name=duloxetine (Cymbalta) | responses=words insufficient | started=before first visit | told_by=document",
            "injection=agents kind steroid, type interlaminar_epidural | kind=injection | name=interlaminar epidural steroid | note=Number, level not given. | responses=relief 0, words no relief | started=after operation 1 | told_by=document",
            "injection=type sacroiliac_joint | kind=injection | levels=SI joint | name=sacroiliac joint injection | started=after operation 1 | told_by=document",
            "injection=type facet_joint | kind=injection | name=lumbar facet injection | started=after operation 1 | told_by=document",
            "kind=physiotherapy | name=aquatic therapy | responses=words no benefit | started=after operation 1 | therapy=content hydrotherapy | told_by=document",
            "kind=physiotherapy | name=physical therapy | responses=words no benefit | started=after operation 1 | told_by=document",
            "dose=series of 3 | injection=type transforaminal_epidural | kind=injection | name=transforaminal epidural | note=Level not given. | responses=words pain down to 5/10 | started=after operation 1 | told_by=document",
            "kind=psychology | name=psychological screening | started=before treatment 11 | told_by=document",
            "kind=neuromodulation_trial | levels=T7-T8 | name=spinal cord stimulator trial | note=One percutaneous lead. | responses=words excellent coverage of back and leg | started=after first visit | told_by=document",
        ],
        scores: &[
            "measure=nrs | note=In the source: pain score 0-10, back and leg together. | site=not_split | told_by=document | value=7 | when=at first visit",
            "measure=nrs | note=In the source: pain score 0-10, not split, after 3 transforaminal injections. | site=not_split | told_by=document | value=5 | when=after treatment 9",
            "measure=number | name=sitting tolerance | told_by=document | unit=min | value=20.0 | when=at first visit",
            "measure=number | name=standing tolerance | told_by=document | unit=min | value=20.0 | when=at first visit",
        ],
    },
    Case {
        name: "case-03",
        json: include_bytes!("../../cases/case-03.json"),
        patient: &[
            "born=age 80 at first visit",
            "citation=locator https://posters.worldcongress2024.org/poster/peripheral-nerve-stimulation-for-refractory-low-back-pain/, source World Congress 2024 poster site (pain congress; organiser not shown in the text seen), title Peripheral nerve stimulation for refractory low back pain (from the page address), year 2024",
            "family=Case 03",
            "note=Outcome: downward NRS trend with one rebound; opioids stopped.",
            "sex=male",
        ],
        background: &[
            "conditions=sleep apnoea on CPAP; coronary artery disease; cardiomyopathy; implanted cardioverter-defibrillator (AICD); renal carcinoma in history",
            "implants_mri=implanted cardioverter-defibrillator (AICD)",
        ],
        surgeries: &[
            "approach=lateral | levels=L2-L3 | note=Dates and order of the operations not reported. | procedures=lateral interbody fusion | result_back=words chronic pain remains | told_by=document | when=unknown",
            "levels=L3-S1 | note=Dates and order of the operations not reported. | procedures=spinal decompression; fusion | result_back=words chronic pain remains | told_by=document | when=unknown",
        ],
        symptoms: &["onset=unknown | site=low back (axial) | told_by=document"],
        imaging: &[],
        treatments: &[
            "kind=physiotherapy | name=physical therapy | responses=words insignificant | started=unknown | told_by=document",
            "kind=injection | name=epidural steroid | responses=words insignificant | started=unknown | told_by=document",
            "kind=injection | name=medial branch block | responses=words insignificant | started=unknown | told_by=document",
            "kind=intrathecal_trial | name=intrathecal trials | note=Drug not given. | responses=words insignificant | started=unknown | told_by=document",
            "kind=neuromodulation_implant | levels=L1 medial branch | name=peripheral nerve stimulation, percutaneous | note=Bilateral leads, L1 medial branches. | responses=words NRS 8 to 0, then 5, then 0 | side=bilateral | started=unknown | told_by=document",
        ],
        scores: &[
            "measure=nrs | site=back | told_by=document | value=8 | when=before treatment 5",
            "measure=nrs | note=Immediately after implant. | site=back | told_by=document | value=0 | when=0 days after treatment 5",
            "measure=nrs | site=back | told_by=document | value=5 | when=1 month after treatment 5",
            "measure=nrs | site=back | told_by=document | value=0 | when=2 months after treatment 5",
            "measure=number | name=opioid load | told_by=document | unit=mg/day oral morphine equivalent | value=7.5 | when=before treatment 5",
            "measure=number | name=opioid load | note=Still off opioids at last report. | told_by=document | unit=mg/day oral morphine equivalent | value=0.0 | when=after treatment 5",
        ],
    },
    Case {
        name: "case-04",
        json: include_bytes!("../../cases/case-04.json"),
        patient: &[
            "born=age 72 at first visit",
            "citation=locator 10.1186/s40981-018-0198-6, source JA Clinical Reports, year 2018",
            "family=Case 04",
            "note=Examination: no paralysis of legs after the fall; sensory disturbance present before surgery, unchanged.",
            "sex=female",
        ],
        background: &["red_flags=fall before the recurrence"],
        surgeries: &[
            "approach=posterior | complications=kind malposition, words screw placement errors | implants=kind screws_and_rods, name screws (placement errors) | indication=lumbar canal stenosis | procedures=levels L4-L5, name posterior lumbar interbody fusion; levels L3, name stabilization | reasons=stenosis | region=lumbar | told_by=document | when=4 years before first visit",
            "indication=screw placement errors | pain_free=words until a fall 5 months before presentation | procedures=reoperation | reasons=hardware | result_back=words symptoms gone | result_limb=words symptoms gone | revises=operation 1 | told_by=document | when=2 weeks after operation 1",
        ],
        symptoms: &[
            "onset=5 months before first visit | onset_words=after a fall | site=low back | told_by=document",
        ],
        imaging: &[],
        treatments: &[
            "dose=20 ml ropivacaine 0.1875 % | injection=agents kind local_anaesthetic, ml 20, name ropivacaine, percent 0.1875, type other | kind=block | levels=L2 | name=erector spinae plane block | note=Outcome: relief with the block; cold test T12-L5, dorsal rami only. | responses=adverse_effects missing absent, words highly effective | started=at first visit | target=L2 transverse process | told_by=document",
        ],
        scores: &[
            "measure=number | name=weight | told_by=document | unit=kg | value=40.3 | when=unknown",
            "measure=number | name=height | told_by=document | unit=cm | value=139.0 | when=unknown",
        ],
    },
    Case {
        name: "case-05",
        json: include_bytes!("../../cases/case-05.json"),
        patient: &[
            "born=age 55 at first visit",
            "citation=authors Kruse RA, Cambron JA, locator 10.1016/j.jcm.2011.01.011, source J Chiropr Med 2011;10(4):255-60, title Cox decompression chiropractic manipulation of a patient with postsurgical lumbar fusion: a case report, year 2011",
            "family=Case 05",
            "note=Outcome: symptoms resolved; still resolved at 2 years.",
            "occupation=postal clerk",
            "sex=male",
        ],
        background: &[],
        surgeries: &[
            "approach=posterior | implants=kind fusion_metal, name pedicle hardware L5 and S1 | indication=grade 2 spondylolytic spondylolisthesis | levels=L5-S1 | note=Date not reported. | procedures=fusion | reasons=instability | told_by=document | when=unknown",
        ],
        symptoms: &[
            "intensity=5 | onset=unknown | qualities=pain; spasm | radiation=right buttock and leg | site=low back | told_by=document",
        ],
        imaging: &[
            "findings=kind hardware_in_place, levels L5, S1, what through L5 and S1 pedicles; kind solid_fusion, levels L5, S1, what posterior arches fused | modality=x_ray | told_by=document | when=unknown",
        ],
        treatments: &[
            "dose=part of 13 treatments | kind=manual_therapy | name=Cox flexion-distraction | responses=lasted 2 years, words complete resolution | started=at first visit | therapy=content manual_techniques | told_by=document",
            "kind=physical_modality | name=ultrasound | started=unknown | told_by=document",
            "kind=physical_modality | name=electrical stimulation | started=unknown | told_by=document",
        ],
        scores: &[
            "measure=nrs | note=In the source: pain score 0-10, back + right leg. | site=not_split | told_by=document | value=5 | when=at first visit",
            "measure=odi | told_by=document | value=18.0 | when=at first visit",
            "measure=nrs | note=In the source: pain score 0-10, back + right leg, after 13 treatments. | site=not_split | told_by=document | value=0 | when=after treatment 1",
            "measure=odi | note=In the source: after 13 treatments. | told_by=document | value=2.0 | when=after treatment 1",
        ],
    },
    Case {
        name: "case-06",
        json: include_bytes!("../../cases/case-06.json"),
        patient: &[
            "born=age 52 at first visit",
            "citation=authors de Gray L, locator https://beta.fpm.ac.uk/documents/case-report, source Faculty of Pain Medicine (UK) teaching case, title Case of the Month #16: Persistent Pain Following Spinal Surgery, year 2022",
            "family=Case 06",
            "note=Married; socially isolated. / Opioid load in mg/day oral morphine equivalent at age 52 without a value: opioid, gabapentinoid and benzodiazepine named as classes on the question page; no doses. / Outcome: disabled and on many drugs at 52; GP reductions failed.",
            "sex=female",
        ],
        background: &[
            "conditions=depression; anxiety; iron deficiency anaemia (question page); fatigue (question page)",
            "red_flags=saddle anaesthesia, about 1 year after operation 1; urinary urgency, about 1 year after operation 1",
        ],
        surgeries: &[
            "indication=acute disc prolapse | levels=L5-S1 | pain_free=words short; severe again by 1 year | procedures=microdiscectomy | reasons=herniation | result_back=words better for a short period | result_limb=words better for a short period | side=missing unknown | told_by=document | when=age 28",
            "indication=large recurrent prolapse | levels=L5-S1 | procedures=repeat discectomy | reasons=herniation | result_back=words pain stayed high | result_limb=words pain stayed high | revises=operation 1 | side=missing unknown | told_by=document | when=age 30",
            "implants=kind fusion_metal, name instrumentation L4, L5, S1 | levels=L4-S1 | procedures=instrumented fusion | result_back=words never improved | result_limb=words never improved | side=missing unknown | told_by=document | when=8 years after operation 2",
        ],
        symptoms: &[
            "onset=age 28 | onset_words=severe again by 29 | side=missing unknown | site=back | told_by=document",
            "onset=unknown | onset_words=severe again by 29 | radiation=radicular | side=missing unknown | site=leg | told_by=document",
        ],
        imaging: &[
            "findings=kind recurrent_herniation, levels L5-S1, severity_words large | modality=mri | told_by=document | when=about 1 year after operation 1",
        ],
        treatments: &[
            "kind=drug | name=amitriptyline | responses=words insufficient | started=after operation 2 | told_by=document",
            "kind=drug | name=gabapentin | responses=words insufficient | started=after operation 2 | told_by=document",
            "kind=drug | name=codeine | responses=words insufficient | started=after operation 2 | told_by=document",
            "kind=drug | name=paracetamol | responses=words insufficient | started=after operation 2 | told_by=document",
            "dose=intermittent | kind=drug | name=diazepam | started=after operation 2 | told_by=document",
            "kind=physiotherapy | name=physiotherapy | responses=words failed | started=before operation 2 | told_by=document",
            "injection=type nerve_root | kind=injection | name=nerve root block | responses=words failed | started=before operation 2 | told_by=document",
            "kind=physiotherapy | name=physiotherapy | note=Further attempts. | responses=words could not engage | started=after operation 2 | told_by=document",
            "kind=pain_management | name=pain management (kind not stated) | responses=words no response | started=before operation 2 | stopped_words=later reluctant to return | told_by=document",
        ],
        scores: &[],
    },
];
